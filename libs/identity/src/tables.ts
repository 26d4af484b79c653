import type { Migration } from '#database';

/** Accounts are state with secrets, so they stand in tables; that they changed is in the log (events.ts). */
export const identityMigrations: readonly Migration[] = [
  {
    id: 'identity-1-accounts',
    sql: `
      create table account (
        id uuid primary key,
        user_name text not null,
        name text not null,
        unit text,
        roles text[] not null,
        scope text not null,
        scope_units text[] not null default '{}',
        password_hash text not null,
        must_change_password boolean not null default false,
        disabled boolean not null default false,
        created_at timestamptz not null
      );
      create unique index account_user_name on account (lower(user_name));
      create table session (
        id uuid primary key,
        secret_hash bytea not null unique,
        account uuid not null references account,
        created_at timestamptz not null,
        seen_at timestamptz not null,
        expires_at timestamptz not null
      );
      create index session_account on session (account);
      create table api_token (
        id uuid primary key,
        secret_hash bytea not null unique,
        account uuid not null references account,
        name text not null,
        permissions text[] not null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        revoked_at timestamptz
      );
      create index api_token_account on api_token (account);
      create table sign_in_failure (
        user_name text primary key,
        failures integer not null,
        last_at timestamptz not null,
        locked_until timestamptz
      );
      create table identity_news (
        id bigint generated always as identity primary key,
        command_id uuid not null,
        event jsonb not null
      )`,
  },
  {
    id: 'identity-2-attempts', // counted by name and address: a lock by name alone is a lock that anybody can turn
    sql: `
      drop table sign_in_failure;
      create table sign_in_attempt (
        user_name text not null,
        address text not null,
        failures integer not null,
        last_at timestamptz not null,
        primary key (user_name, address)
      )`,
  },
  {
    id: 'identity-3-news', // what is told of accounts waits where all such facts wait (libs/event-store/src/news.ts)
    sql: `
      insert into news (stream, command_id, event)
        select 'identity-main', command_id::text, event from identity_news order by id;
      drop table identity_news`,
  },
];
