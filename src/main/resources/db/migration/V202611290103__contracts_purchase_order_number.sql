-- The number under which the client ordered, which its invoices have to name.
alter table contract
    add column purchase_order_number text,
    add constraint contract_purchase_order_number_limit check (length(purchase_order_number) <= 100);
