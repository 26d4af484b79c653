/**
 * A whole append as one statement, for a process that knows where the log ends. It takes the lock of all appends, stores the rows where the log is here, still ends at $15 and holds none of the
 * commands $16, and says whether it did. What it looks at after the lock is what stands then: in a volatile function each statement sees what was committed before it.
 */
export const appendMigration = {
  id: 'event-store-7-append',
  sql: `create function luodi_append(bigint[], text[], integer[], uuid[], text[], smallint[], date[], timestamptz[], text[], json, json, bytea[], bytea[], text, bigint, text[])
    returns boolean language plpgsql volatile set enable_seqscan = off as $append$
    begin
      perform pg_advisory_xact_lock(7236482);
      if coalesce((select max(position) from event), 0) <> $15
        or exists (select from event where command_id = any($16))
        or exists (select from log_home where kind <> 'postgres') then
        return false;
      end if;
      insert into event (position, stream, version, id, type, schema_version, occurred_on, recorded_at, command_id, meta, data, previous_hash, hash)
      select * from rows from (unnest($1, $2, $3, $4, $5, $6, $7, $8, $9), json_array_elements($10), json_array_elements($11), unnest($12, $13));
      perform pg_notify('luodi_log', $14);
      return true;
    end $append$`,
} as const;
