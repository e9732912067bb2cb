-- How an organization has times, dates and amounts written. No time zone: that of the installation counts.
alter table identity_organization
    add column time_zone text,
    add column language text not null default 'en',
    add column date_style text not null default 'DAY_MONTH_YEAR',
    add column currency text not null default 'USD',
    add constraint identity_organization_time_zone_given check (time_zone <> ''),
    add constraint identity_organization_currency_code check (currency ~ '^[A-Z]{3}$'),
    add constraint identity_organization_date_style_known check (date_style in ('DAY_MONTH_YEAR', 'MONTH_DAY_YEAR',
        'YEAR_MONTH_DAY', 'DAY_MONTH_YEAR_DOTS', 'DAY_MONTH_YEAR_SLASHES', 'MONTH_DAY_YEAR_SLASHES'));
