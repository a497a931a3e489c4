-- Which day it is, is told by the version in force. Versions that were learnt before this was kept have been in force always.
alter table published_program add column effective_from date;
