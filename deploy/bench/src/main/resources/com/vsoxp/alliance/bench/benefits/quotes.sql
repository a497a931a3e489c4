-- Quotes of ten days ago, one for each sale to come: 15 licenses at the premier discount.
insert into quote (id, partner_id, issued_at, issued_on, valid_until, issued_by, terms)
select ('0199' || lpad(to_hex(n), 8, '0') || '70008000000000000000')::uuid,
    ('0198' || lpad(to_hex(1 + n % :partners), 8, '0') || '70008000000000000000')::uuid,
    now() - interval '10 days', current_date - 10, current_date + 20, 'crm-bench',
    '{"entitlements": [{"code": "LICENSE_DISCOUNT", "percent": 33, "program": "2.0", "tier": "PREMIER"}],
      "lines": [{"kind": "LICENSE", "sku": "VSO-XP", "quantity": 15, "percent": 33,
        "unitListPrice": {"amount": "999.00", "currency": "USD"}, "list": {"amount": "14985.00", "currency": "USD"},
        "discount": {"amount": "4945.05", "currency": "USD"}, "net": {"amount": "10039.95", "currency": "USD"}}]}'
from generate_series(:from, :from + :sales - 1) n;
