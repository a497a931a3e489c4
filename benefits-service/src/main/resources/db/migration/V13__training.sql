-- Training that was booked by a quote: all its seats, once.
create table training_booking (
    quote_id  uuid primary key references quote,
    booked_on date        not null,
    booked_at timestamptz not null,
    booked_by text        not null
);
