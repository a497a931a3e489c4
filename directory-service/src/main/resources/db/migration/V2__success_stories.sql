-- A story may be heard of before its partner, so nothing refers to the listing; reads join the two.
create table success_story (
    id           uuid primary key,
    partner_id   uuid   not null,
    sequence     bigint not null,
    title        text,
    customer     text,
    summary      text,
    body         text,
    url          text,
    published_on date,
    retracted_on date
);

create index success_story_newest on success_story (published_on desc, id desc) where retracted_on is null;
create index success_story_of_partner on success_story (partner_id, published_on desc, id desc) where retracted_on is null;
