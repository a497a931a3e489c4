-- What the evaluation warns of: the next change by time alone, and the loss of the tier if nothing new happens.
alter table enrollment
    add column standing_next_transition_on date,
    add column standing_loss_on date,
    add column standing_loss_falls_to text,
    add column standing_loss_requirements text[];
