import type { Migration } from '#database';

/** Up to 0.2 looks stood in a table of their own, outside of chain and seals: they move into the log, each with the instant at which it was made. */
export const lookMigrations: readonly Migration[] = [
  {
    id: 'api-2-look',
    sql: `create table look (
    id bigint generated always as identity primary key, at timestamptz not null, user_name text not null, unit text, what text not null, subject text not null, as_of date, as_known timestamptz)`,
  },
  {
    id: 'api-3-looks-in-the-log',
    sql: `insert into news (stream, command_id, event)
      select 'looks', 'look-' || id, json_build_object(
        'id', gen_random_uuid(), 'schemaVersion', 1,
        'event', json_build_object(
          'type', 'Looked', 'occurredOn', to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM-DD'),
          'data', json_build_object(
            'at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'what', what, 'subject', subject,
            'asOf', as_of, 'asKnown', to_char(as_known at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))),
        'meta', json_build_object('actor', json_build_object('user', user_name, 'unit', unit), 'commandId', 'look-' || id))
      from look order by id;
    drop table look`,
  },
];
