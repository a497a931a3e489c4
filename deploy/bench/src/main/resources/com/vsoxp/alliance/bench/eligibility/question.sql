-- What a version of the program with other targets for license sales would do to everybody: the question of a rehearsal as one
-- statement, by somebody who knows that all is sold in dollars, that nothing was set aside, and nobody waits for an approval.
with evidence as (
    select fact.partner_id,
        coalesce(sum(fact.quantity) filter (where fact.kind = 'LICENSE_SALE' and fact.on_day > :year), 0) as licenses,
        coalesce(sum(fact.amount) filter (where fact.kind = 'FEE_PAYMENT' and fact.currency = 'USD'
            and (partner.previous_ended_on is null or fact.on_day > partner.previous_ended_on)), 0) as fees,
        count(*) filter (where fact.kind = 'WEB_APPLICATIONS_ON_WINDOWS') as web_applications,
        count(*) filter (where fact.kind = 'CONSULTANT') as consultants,
        count(*) filter (where fact.kind = 'SUCCESS_STORY' and fact.on_day > :year) as stories,
        count(*) filter (where fact.kind = 'WEBSITE_LISTING') as listings,
        coalesce(sum(fact.list_minor) filter (where fact.kind = 'LICENSE_SALE' and fact.on_day > :year), 0) as list_minor
    from fact join partner on partner.id = fact.partner_id
    where fact.sequence > 0 and fact.on_day <= :day and (fact.until_day is null or fact.until_day > :day)
        and (fact.withdrawn_sequence <= fact.sequence or fact.withdrawn_on > :day)
    group by fact.partner_id),
taken_back as (
    select taken.partner_id, sum(round(sale.list_minor::numeric * taken.quantity / sale.quantity)) as list_minor
    from fact taken join fact sale on sale.partner_id = taken.partner_id and sale.id = taken.of_sale
    where taken.of_sale is not null and taken.on_day > :year and taken.on_day <= :day and taken.sequence > 0
        and (taken.withdrawn_sequence <= taken.sequence or taken.withdrawn_on > :day) and sale.list_minor is not null
        and sale.quantity > 0
    group by taken.partner_id),
judged as (
    select standing.partner_id, standing.status, standing.tier, standing.cure_ends_on,
        coalesce(evidence.list_minor, 0) + coalesce(taken_back.list_minor, 0) as list_minor,
        coalesce(evidence.licenses, 0) >= :premier and evidence.fees >= 500 and evidence.web_applications >= 1
            and evidence.consultants >= 1 and evidence.stories >= 3 and evidence.listings >= 1 as premier,
        coalesce(evidence.licenses, 0) >= :reseller or partner.since > :year as reseller
    from standing join partner on partner.id = standing.partner_id
        left join evidence on evidence.partner_id = standing.partner_id
        left join taken_back on taken_back.partner_id = standing.partner_id
    where standing.tier is not null),
foreseen as (
    select status, tier, list_minor,
        case when premier then 'PREMIER'
            when tier = 'RESELLER' and reseller then 'RESELLER'
            when status = 'AT_RISK' and cure_ends_on > :day then tier
            when reseller then 'RESELLER' end as tier_then,
        case tier when 'PREMIER' then coalesce(premier, false) else reseller or coalesce(premier, false) end as holds
    from judged)
select count(*) as partners,
    count(*) filter (where tier = 'RESELLER' and tier_then = 'PREMIER') as promoted,
    count(*) filter (where tier_then is null or tier = 'PREMIER' and tier_then = 'RESELLER') as demoted,
    count(*) filter (where status = 'GOOD' and not holds) as at_risk,
    count(*) filter (where status = 'AT_RISK' and holds) as relieved,
    coalesce(sum(list_minor * (case tier_then when 'PREMIER' then 33 when 'RESELLER' then 25 else 0 end
        - case tier when 'PREMIER' then 33 else 25 end)) / 10000, 0)::numeric(20, 2) as discount_change
from foreseen
