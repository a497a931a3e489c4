-- How many seats of each of the quote's lines are booked, in the quote's order; bookings of before are of all of them.
alter table training_booking add column seats integer[];

-- Bookings that were taken back, of which a quote may have several.
create table training_cancellation (
    id           uuid primary key,
    quote_id     uuid        not null references quote,
    booked_on    date        not null,
    booked_at    timestamptz not null,
    booked_by    text        not null,
    seats        integer[],
    cancelled_at timestamptz not null,
    cancelled_by text        not null,
    reason       text        not null
);

create index training_cancellation_of_quote on training_cancellation (quote_id, id);
