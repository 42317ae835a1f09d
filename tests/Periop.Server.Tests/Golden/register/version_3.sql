SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;
CREATE SCHEMA periop;
CREATE SCHEMA periop_access;
CREATE SCHEMA periop_bi;
CREATE SCHEMA periop_events;
CREATE SCHEMA periop_register;
CREATE SCHEMA wolverine;
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA periop;
CREATE FUNCTION periop.mt_grams_array(words text, use_unaccent boolean DEFAULT false) RETURNS text[]
    LANGUAGE plpgsql IMMUTABLE STRICT
    AS $$
        DECLARE
result text[];
        DECLARE
word text;
        DECLARE
clean_word text;
BEGIN
                FOREACH
word IN ARRAY string_to_array(words, ' ')
                LOOP
                     clean_word = regexp_replace(periop.mt_safe_unaccent(use_unaccent, word), '[^a-zA-Z0-9]+', '','g');
FOR i IN 1 .. length(clean_word)
                     LOOP
                         result := result || quote_literal(substr(lower(clean_word), i, 1));
                         result
:= result || quote_literal(substr(lower(clean_word), i, 2));
                         result
:= result || quote_literal(substr(lower(clean_word), i, 3));
END LOOP;
END LOOP;
RETURN ARRAY(SELECT DISTINCT e FROM unnest(result) AS a(e) ORDER BY e);
END;
$$;
CREATE FUNCTION periop.mt_grams_query(text, use_unaccent boolean DEFAULT false) RETURNS tsquery
    LANGUAGE plpgsql IMMUTABLE STRICT
    AS $_$
BEGIN
RETURN (SELECT array_to_string(periop.mt_grams_array($1, use_unaccent), ' & ') ::tsquery);
END
$_$;
CREATE FUNCTION periop.mt_grams_vector(text, use_unaccent boolean DEFAULT false) RETURNS tsvector
    LANGUAGE plpgsql IMMUTABLE STRICT
    AS $_$
BEGIN
RETURN (SELECT array_to_string(periop.mt_grams_array($1, use_unaccent), ' ') ::tsvector);
END
$_$;
CREATE FUNCTION periop.mt_immutable_date(value text) RETURNS date
    LANGUAGE sql IMMUTABLE
    AS $$
select value::date
$$;
CREATE FUNCTION periop.mt_immutable_time(value text) RETURNS time without time zone
    LANGUAGE sql IMMUTABLE
    AS $$
select value::time
$$;
CREATE FUNCTION periop.mt_immutable_timestamp(value text) RETURNS timestamp without time zone
    LANGUAGE sql IMMUTABLE
    AS $$
select value::timestamp
$$;
CREATE FUNCTION periop.mt_immutable_timestamptz(value text) RETURNS timestamp with time zone
    LANGUAGE sql IMMUTABLE
    AS $$
select value::timestamptz
$$;
CREATE FUNCTION periop.mt_jsonb_append(jsonb, text[], jsonb, boolean, jsonb DEFAULT NULL::jsonb) RETURNS jsonb
    LANGUAGE plpgsql
    AS $_$
DECLARE
    retval ALIAS FOR $1;
    location ALIAS FOR $2;
    val ALIAS FOR $3;
    if_not_exists ALIAS FOR $4;
    patch_expression ALIAS FOR $5;
    tmp_value jsonb;
BEGIN
    tmp_value = retval #> location;
    IF tmp_value IS NOT NULL AND jsonb_typeof(tmp_value) = 'array' THEN
        CASE
            WHEN NOT if_not_exists THEN
                retval = jsonb_set(retval, location, tmp_value || val, FALSE);
            WHEN patch_expression IS NULL AND jsonb_typeof(val) = 'object' AND NOT tmp_value @> jsonb_build_array(val) THEN
                retval = jsonb_set(retval, location, tmp_value || val, FALSE);
            WHEN patch_expression IS NULL AND jsonb_typeof(val) <> 'object' AND NOT tmp_value @> val THEN
                retval = jsonb_set(retval, location, tmp_value || val, FALSE);
            WHEN patch_expression IS NOT NULL AND jsonb_typeof(patch_expression) = 'array' AND jsonb_array_length(patch_expression) = 0 THEN
                retval = jsonb_set(retval, location, tmp_value || val, FALSE);
            ELSE NULL;
            END CASE;
    END IF;
    RETURN retval;
END;
$_$;
CREATE FUNCTION periop.mt_jsonb_append_key_value(jsonb, text[], jsonb, boolean) RETURNS jsonb
    LANGUAGE plpgsql
    AS $_$
DECLARE
    retval ALIAS FOR $1;
    location ALIAS FOR $2;
    val ALIAS FOR $3;
    if_not_exists ALIAS FOR $4;
    tmp_value jsonb;
    _key text;
BEGIN
    tmp_value = retval #> location;
    IF tmp_value IS NOT NULL AND jsonb_typeof(tmp_value) = 'object' THEN
        CASE
            WHEN NOT if_not_exists THEN
                retval = jsonb_set(retval, location, tmp_value || val, FALSE);
            WHEN NOT tmp_value ?| ARRAY(SELECT jsonb_object_keys(val)) THEN
                retval = jsonb_set(retval, location, tmp_value || val, FALSE);
            ELSE NULL;
        END CASE;
    END IF;
    RETURN retval;
END;
$_$;
CREATE FUNCTION periop.mt_jsonb_copy(jsonb, text[], text[]) RETURNS jsonb
    LANGUAGE plpgsql
    AS $_$
DECLARE
    retval ALIAS FOR $1;
    src_path ALIAS FOR $2;
    dst_path ALIAS FOR $3;
    tmp_value jsonb;
BEGIN
    tmp_value = retval #> src_path;
    retval = periop.mt_jsonb_fix_null_parent(retval, dst_path);
    RETURN jsonb_set(retval, dst_path, tmp_value::jsonb, TRUE);
END;
$_$;
CREATE FUNCTION periop.mt_jsonb_duplicate(jsonb, text[], jsonb) RETURNS jsonb
    LANGUAGE plpgsql
    AS $_$
DECLARE
    retval ALIAS FOR $1;
    location ALIAS FOR $2;
    targets ALIAS FOR $3;
    tmp_value jsonb;
    target_path text[];
    target text;
BEGIN
    FOR target IN SELECT jsonb_array_elements_text(targets)
    LOOP
        target_path = periop.mt_jsonb_path_to_array(target, '\.');
        retval = periop.mt_jsonb_copy(retval, location, target_path);
    END LOOP;
    RETURN retval;
END;
$_$;
CREATE FUNCTION periop.mt_jsonb_fix_null_parent(jsonb, text[]) RETURNS jsonb
    LANGUAGE plpgsql
    AS $_$
DECLARE
retval ALIAS FOR $1;
    dst_path ALIAS FOR $2;
    dst_path_segment text[] = ARRAY[]::text[];
    dst_path_array_length integer;
    i integer = 1;
BEGIN
    dst_path_array_length = array_length(dst_path, 1);
    WHILE i <=(dst_path_array_length - 1)
    LOOP
        dst_path_segment = dst_path_segment || ARRAY[dst_path[i]];
        IF retval #> dst_path_segment IS NULL OR retval #> dst_path_segment = 'null'::jsonb THEN
            retval = jsonb_set(retval, dst_path_segment, '{}'::jsonb, TRUE);
        END IF;
        i = i + 1;
    END LOOP;
    RETURN retval;
END;
$_$;
CREATE FUNCTION periop.mt_jsonb_increment(jsonb, text[], numeric) RETURNS jsonb
    LANGUAGE plpgsql
    AS $_$
DECLARE
retval ALIAS FOR $1;
    location ALIAS FOR $2;
    increment_value ALIAS FOR $3;
    tmp_value jsonb;
BEGIN
    tmp_value = retval #> location;
    IF tmp_value IS NULL THEN
        tmp_value = to_jsonb(0);
END IF;
RETURN jsonb_set(retval, location, to_jsonb(tmp_value::numeric + increment_value), TRUE);
END;
$_$;
CREATE FUNCTION periop.mt_jsonb_insert(jsonb, text[], jsonb, integer, boolean, jsonb DEFAULT NULL::jsonb) RETURNS jsonb
    LANGUAGE plpgsql
    AS $_$
DECLARE
    retval ALIAS FOR $1;
    location ALIAS FOR $2;
    val ALIAS FOR $3;
    elm_index ALIAS FOR $4;
    if_not_exists ALIAS FOR $5;
    patch_expression ALIAS FOR $6;
    tmp_value jsonb;
BEGIN
    tmp_value = retval #> location;
    IF tmp_value IS NOT NULL AND jsonb_typeof(tmp_value) = 'array' THEN
        IF elm_index IS NULL THEN
            elm_index = jsonb_array_length(tmp_value) + 1;
        END IF;
        CASE
            WHEN NOT if_not_exists THEN
                retval = jsonb_insert(retval, location || elm_index::text, val);
            WHEN patch_expression IS NULL AND jsonb_typeof(val) = 'object' AND NOT tmp_value @> jsonb_build_array(val) THEN
                retval = jsonb_insert(retval, location || elm_index::text, val);
            WHEN patch_expression IS NULL AND jsonb_typeof(val) <> 'object' AND NOT tmp_value @> val THEN
                retval = jsonb_insert(retval, location || elm_index::text, val);
            WHEN patch_expression IS NOT NULL AND jsonb_typeof(patch_expression) = 'array' AND jsonb_array_length(patch_expression) = 0 THEN
                retval = jsonb_insert(retval, location || elm_index::text, val);
            ELSE NULL;
        END CASE;
    END IF;
    RETURN retval;
END;
$_$;
CREATE FUNCTION periop.mt_jsonb_move(jsonb, text[], text) RETURNS jsonb
    LANGUAGE plpgsql
    AS $_$
DECLARE
    retval ALIAS FOR $1;
    src_path ALIAS FOR $2;
    dst_name ALIAS FOR $3;
    dst_path text[];
    tmp_value jsonb;
BEGIN
    tmp_value = retval #> src_path;
    retval = retval #- src_path;
    dst_path = src_path;
    dst_path[array_length(dst_path, 1)] = dst_name;
    retval = periop.mt_jsonb_fix_null_parent(retval, dst_path);
    RETURN jsonb_set(retval, dst_path, tmp_value, TRUE);
END;
$_$;
CREATE FUNCTION periop.mt_jsonb_patch(jsonb, jsonb) RETURNS jsonb
    LANGUAGE plpgsql
    AS $_$
DECLARE
    retval ALIAS FOR $1;
    patchset ALIAS FOR $2;
    patch jsonb;
    patch_path text[];
    patch_expression jsonb;
    value jsonb;
BEGIN
    FOR patch IN SELECT * from jsonb_array_elements(patchset)
    LOOP
        patch_path = periop.mt_jsonb_path_to_array((patch->>'path')::text, '\.');
        patch_expression = null;
        IF (patch->>'type') IN ('remove', 'append_if_not_exists', 'insert_if_not_exists') AND (patch->>'expression') IS NOT NULL THEN
            patch_expression = jsonb_path_query_array(retval #> patch_path, (patch->>'expression')::jsonpath);
        END IF;
        CASE patch->>'type'
            WHEN 'set' THEN
                retval = jsonb_set(retval, patch_path, (patch->'value')::jsonb, TRUE);
            WHEN 'delete' THEN
                retval = retval#-patch_path;
            WHEN 'append' THEN
                retval = periop.mt_jsonb_append(retval, patch_path, (patch->'value')::jsonb, FALSE);
            WHEN 'append_if_not_exists' THEN
                retval = periop.mt_jsonb_append(retval, patch_path, (patch->'value')::jsonb, TRUE, patch_expression);
            WHEN 'append_key_value' THEN
                retval = periop.mt_jsonb_append_key_value(retval, patch_path, (patch->'key_value')::jsonb, FALSE);
            WHEN 'append_key_value_if_not_exists' THEN
                retval = periop.mt_jsonb_append_key_value(retval, patch_path, (patch->'key_value')::jsonb, TRUE);
            WHEN 'insert' THEN
                retval = periop.mt_jsonb_insert(retval, patch_path, (patch->'value')::jsonb, (patch->>'index')::integer, FALSE);
            WHEN 'insert_if_not_exists' THEN
                retval = periop.mt_jsonb_insert(retval, patch_path, (patch->'value')::jsonb, (patch->>'index')::integer, TRUE, patch_expression);
            WHEN 'remove' THEN
                retval = periop.mt_jsonb_remove(retval, patch_path, COALESCE(patch_expression, (patch->'value')::jsonb));
            WHEN 'remove_key' THEN
                retval = periop.mt_jsonb_remove_key(retval, patch_path, (patch->>'key'));
            WHEN 'duplicate' THEN
                retval = periop.mt_jsonb_duplicate(retval, patch_path, (patch->'targets')::jsonb);
            WHEN 'rename' THEN
                retval = periop.mt_jsonb_move(retval, patch_path, (patch->>'to')::text);
            WHEN 'increment' THEN
                retval = periop.mt_jsonb_increment(retval, patch_path, (patch->>'increment')::numeric);
            WHEN 'increment_float' THEN
                retval = periop.mt_jsonb_increment(retval, patch_path, (patch->>'increment')::numeric);
            ELSE NULL;
        END CASE;
    END LOOP;
    RETURN retval;
END;
$_$;
CREATE FUNCTION periop.mt_jsonb_path_to_array(text, character) RETURNS text[]
    LANGUAGE plpgsql
    AS $_$
DECLARE
    location ALIAS FOR $1;
    regex_pattern ALIAS FOR $2;
BEGIN
RETURN regexp_split_to_array(location, regex_pattern)::text[];
END;
$_$;
CREATE FUNCTION periop.mt_jsonb_remove(jsonb, text[], jsonb) RETURNS jsonb
    LANGUAGE plpgsql
    AS $_$
DECLARE
    retval ALIAS FOR $1;
    location ALIAS FOR $2;
    val ALIAS FOR $3;
    tmp_value jsonb;
    tmp_remove jsonb;
    patch_remove jsonb;
BEGIN
    tmp_value = retval #> location;
    IF tmp_value IS NOT NULL AND jsonb_typeof(tmp_value) = 'array' THEN
        IF jsonb_typeof(val) = 'array' THEN
            tmp_remove = val;
        ELSE
            tmp_remove = jsonb_build_array(val);
        END IF;
        FOR patch_remove IN SELECT * FROM jsonb_array_elements(tmp_remove)
        LOOP
            tmp_value =(SELECT jsonb_agg(elem)
            FROM jsonb_array_elements(tmp_value) AS elem
            WHERE elem <> patch_remove);
        END LOOP;
        IF tmp_value IS NULL THEN
            tmp_value = '[]'::jsonb;
        END IF;
    END IF;
    RETURN jsonb_set(retval, location, tmp_value, FALSE);
END;
$_$;
CREATE FUNCTION periop.mt_jsonb_remove_key(jsonb, text[], text) RETURNS jsonb
    LANGUAGE plpgsql
    AS $_$
DECLARE
    retval ALIAS FOR $1;
    location ALIAS FOR $2;
    _key ALIAS FOR $3;
    tmp_value jsonb;
    tmp_remove jsonb;
    patch_remove jsonb;
BEGIN
    tmp_value = retval #> location;
    IF tmp_value IS NOT NULL AND jsonb_typeof(tmp_value) = 'object' THEN
        RETURN jsonb_set(retval, location, tmp_value - _key, FALSE);
    END IF;
    RETURN retval;
END;
$_$;
CREATE FUNCTION periop.mt_safe_unaccent(use_unaccent boolean, word text) RETURNS text
    LANGUAGE plpgsql IMMUTABLE STRICT
    AS $$
BEGIN
IF use_unaccent THEN
    RETURN public.unaccent(word);
ELSE
    RETURN word;
END IF;
END;
$$;
CREATE FUNCTION periop_events.mt_archive_stream(streamid uuid, tenantid character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
  perform 1 from periop_events.mt_streams where id = streamid and is_archived = FALSE  and tenant_id = tenantid for update;
  insert into periop_events.mt_streams (tenant_id, id, type, version, timestamp, created, compacted_version, is_archived) select tenant_id, id, type, version, timestamp, created, compacted_version, TRUE from periop_events.mt_streams where id = streamid and is_archived = FALSE  and tenant_id = tenantid;
  insert into periop_events.mt_events (seq_id, id, stream_id, version, data, bdata, type, timestamp, tenant_id, mt_dotnet_type, correlation_id, causation_id, headers, user_name, is_skipped, is_archived) select seq_id, id, stream_id, version, data, bdata, type, timestamp, tenant_id, mt_dotnet_type, correlation_id, causation_id, headers, user_name, is_skipped, TRUE from periop_events.mt_events where stream_id = streamid and is_archived = FALSE  and tenant_id = tenantid;
  delete from periop_events.mt_events where stream_id = streamid and is_archived = FALSE  and tenant_id = tenantid;
  delete from periop_events.mt_streams where id = streamid and is_archived = FALSE  and tenant_id = tenantid;
END;
$$;
CREATE FUNCTION periop_events.mt_mark_event_progression(name character varying, last_encountered bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
INSERT INTO periop_events.mt_event_progression (name, last_seq_id, last_updated)
VALUES (name, last_encountered, transaction_timestamp())
ON CONFLICT ON CONSTRAINT pk_mt_event_progression
    DO
UPDATE SET last_seq_id = last_encountered, last_updated = transaction_timestamp();
END;
$$;
CREATE FUNCTION periop_events.mt_mark_event_progression_extended(name character varying, last_encountered bigint, p_heartbeat timestamp with time zone, p_agent_status character varying, p_pause_reason text, p_running_on_node integer) RETURNS void
    LANGUAGE plpgsql
    AS $_$
BEGIN
UPDATE periop_events.mt_event_progression
SET heartbeat = p_heartbeat,
    agent_status = p_agent_status,
    pause_reason = p_pause_reason,
    running_on_node = p_running_on_node
WHERE mt_event_progression.name = $1;
END;
$_$;
CREATE FUNCTION periop_events.mt_mark_progression_with_skip(shard_name character varying, ending_sequence bigint, starting_sequence bigint) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
    current_value bigint;
BEGIN
    select last_seq_id into current_value from periop_events.mt_event_progression where name = shard_name;
    IF current_value is null then
        -- Bootstrap the high-water row on first invocation. Previously this branch
        -- returned 0, which left HighWaterAgent.CheckNowAsync polling forever because
        -- statistics.CurrentMark never advanced. Issue #4425.
        INSERT INTO periop_events.mt_event_progression (name, last_seq_id, last_updated)
        VALUES (shard_name, ending_sequence, transaction_timestamp())
        ON CONFLICT ON CONSTRAINT pk_mt_event_progression
            DO UPDATE SET last_seq_id = ending_sequence, last_updated = transaction_timestamp();
        IF ending_sequence > starting_sequence THEN
            -- Idempotent: a rebuild/replay re-marks the same skip (ending_sequence is the
            -- PK). Re-recording an existing gap is a no-op. Conflict target is the PK
            -- constraint (the bare column name collides with the function parameter). #4530.
            insert into periop_events.mt_high_water_skips (ending_sequence, starting_sequence) values (ending_sequence, starting_sequence)
                on conflict on constraint pkey_mt_high_water_skips_ending_sequence do nothing;
        END IF;
        return ending_sequence;
    ELSIF current_value = starting_sequence THEN
        update periop_events.mt_event_progression SET last_seq_id = ending_sequence, last_updated = transaction_timestamp() where shard_name = name;
        insert into periop_events.mt_high_water_skips (ending_sequence, starting_sequence) values (ending_sequence, starting_sequence)
            on conflict on constraint pkey_mt_high_water_skips_ending_sequence do nothing;
        return ending_sequence;
    ELSE
        return current_value;
    END IF;
END
$$;
CREATE FUNCTION periop_events.mt_quick_append_events(stream uuid, stream_type character varying, tenantid character varying, event_ids uuid[], event_types character varying[], dotnet_types character varying[], bodies jsonb[], bdatas bytea[], causation_ids character varying[], correlation_ids character varying[], headers jsonb[], user_names character varying[], timestamps timestamp with time zone[], expected_version bigint DEFAULT NULL::bigint) RETURNS bigint[]
    LANGUAGE plpgsql
    AS $$
DECLARE
	event_version bigint;
	stream_is_archived boolean;
	event_type varchar;
	event_id uuid;
	body jsonb;
	index int;
	seq bigint;
    actual_tenant varchar;
    is_new_stream boolean := false;
	return_value bigint[];
BEGIN
    if expected_version IS NOT NULL then
        -- COALESCE turns the NULL we get for a brand-new stream into 0, so a
        -- FetchForWriting against a non-existent stream (which sets
        -- ExpectedVersionOnServer = 0) and a StartStream(id, version: 0) both
        -- land on the new-stream branch instead of mis-firing the guard.
        select version, is_archived into event_version, stream_is_archived from periop_events.mt_streams where id = stream AND tenant_id = tenantid for update;
        if COALESCE(event_version, 0) != expected_version then
            RAISE EXCEPTION 'Stream version mismatch on ''%'': expected %, actual %', stream, expected_version, COALESCE(event_version, 0) USING ERRCODE = 'MT003';
        end if;
    else
        select version, is_archived into event_version, stream_is_archived from periop_events.mt_streams where id = stream AND tenant_id = tenantid;
    end if;
	if event_version IS NULL then
		event_version = 0;
		is_new_stream := true;
		-- #5456 follow-up: insert the FINAL version straight away rather than 0 plus a
		-- trailing UPDATE of the row we just wrote in this same transaction. That UPDATE
		-- is a second heap tuple + WAL record per stream creation for no observable gain
		-- -- nothing outside this transaction can see the intermediate 0. The trailing
		-- UPDATE below is skipped for this branch via is_new_stream.
		insert into periop_events.mt_streams (id, type, version, timestamp, tenant_id) values (stream, stream_type, COALESCE(array_length(event_ids, 1), 0), now(), tenantid);
    else
        if stream_is_archived then
            RAISE EXCEPTION 'Attempted to append event to archived stream with Id ''%''.', stream USING ERRCODE = 'MT001';
        end if;
        if tenantid IS NOT NULL then
            select tenant_id into actual_tenant from periop_events.mt_streams where id = stream AND tenant_id = tenantid;
            if actual_tenant != tenantid then
                RAISE EXCEPTION 'The tenantid does not match the existing stream';
            end if;
        end if;
	end if;
	index := 1;
	-- #5062: array_length('{}', 1) is NULL in PostgreSQL, not 0, so a call with an
	-- empty event array used to return ARRAY[NULL] -- a bigint[] whose only element
	-- is NULL, which Npgsql cannot read into long[] ('Cannot read a non-nullable
	-- collection of elements because the returned array contains nulls'). COALESCE
	-- makes the empty case mean what it says: zero events appended, so the final
	-- version is the stream's current version.
	return_value := ARRAY[event_version + COALESCE(array_length(event_ids, 1), 0)];
	foreach event_id in ARRAY event_ids
	loop
        seq := nextval('periop_events.mt_events_sequence');
		return_value := array_append(return_value, seq);
	    event_version := event_version + 1;
		event_type = event_types[index];
		body = bodies[index];
		-- #4515 / #4578 / Phase 2: bdatas[index] carries the binary payload
		-- for events opted in to binary serialization (NULL otherwise).
		-- bodies[index] is the {} JSON placeholder for those events so the
		-- existing data jsonb NOT NULL constraint stays intact.
		insert into periop_events.mt_events
			(seq_id, id, stream_id, version, data, bdata, type, tenant_id, timestamp, mt_dotnet_type, is_archived, causation_id, correlation_id, headers, user_name)
		values
			(seq, event_id, stream, event_version, body, bdatas[index], event_type, tenantid, timestamps[index], dotnet_types[index], FALSE, causation_ids[index], correlation_ids[index], headers[index], user_names[index]);
		index := index + 1;
	end loop;
	-- A brand-new stream already carries its final version from the insert above, so the
	-- UPDATE is only needed when we appended onto a stream that already existed.
	--
	-- #5539: and only when we actually appended something. With ZERO events this was a BLIND write-back
	-- of the version read at the top of the function, and under READ COMMITTED that is a lost update: the
	-- UPDATE waits on a concurrent appender's row lock, the winner commits, the WHERE clause is
	-- re-evaluated against the new row, and `set version = <the stale value>` lands -- leaving
	-- mt_streams.version BELOW the stream's own events. Every later append then computes a version that
	-- already exists and dies on pk_mt_events_stream_and_version, forever, until the row is repaired by
	-- hand. A non-empty call cannot do this: its first INSERT collides with the winner on that same
	-- primary key and rolls the whole thing back, which is why only the empty case was exposed.
	--
	-- Two independent guards, because either alone would have been enough and the cost of both is nil:
	--   * the append count -- appending nothing has nothing to write, so the correct number of statements
	--     is zero rather than one that happens to be harmless;
	--   * greatest(), so the write-back can never LOWER a stream's version whoever calls it. An append
	--     only ever moves a version forward, so this is a no-op on every correct path and a backstop on
	--     any future caller that reads the version and then writes it back.
	if not is_new_stream and COALESCE(array_length(event_ids, 1), 0) > 0 then
		update periop_events.mt_streams set version = greatest(version, event_version), timestamp = now() where id = stream AND tenant_id = tenantid;
	end if;
	return return_value;
END
$$;
SET default_tablespace = '';
SET default_table_access_method = heap;
CREATE TABLE periop.halted_board_v2 (
    tenant_id character varying NOT NULL,
    "position" bigint NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    reason text NOT NULL
);
CREATE TABLE periop.halted_register_v3 (
    tenant_id character varying NOT NULL,
    "position" bigint NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    reason text NOT NULL
);
CREATE TABLE periop.mt_doc_boardcard_v2 (
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying NOT NULL,
    id uuid NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_version uuid DEFAULT (md5(((random())::text || (clock_timestamp())::text)))::uuid NOT NULL,
    mt_dotnet_type character varying,
    date date,
    in_room boolean,
    left_on date,
    "position" bigint
);
CREATE TABLE periop.mt_doc_casesummary (
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying NOT NULL,
    id uuid NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_version uuid DEFAULT (md5(((random())::text || (clock_timestamp())::text)))::uuid NOT NULL,
    mt_dotnet_type character varying,
    date date,
    room character varying,
    held_number character varying
);
CREATE TABLE periop.mt_doc_envelope (
    id uuid NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_version uuid DEFAULT (md5(((random())::text || (clock_timestamp())::text)))::uuid NOT NULL,
    mt_dotnet_type character varying
);
CREATE TABLE periop.mt_doc_importedentries (
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying NOT NULL,
    id uuid NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_version uuid DEFAULT (md5(((random())::text || (clock_timestamp())::text)))::uuid NOT NULL,
    mt_dotnet_type character varying
);
CREATE TABLE periop.mt_doc_importrecord (
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying NOT NULL,
    id uuid NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_version uuid DEFAULT (md5(((random())::text || (clock_timestamp())::text)))::uuid NOT NULL,
    mt_dotnet_type character varying
);
CREATE TABLE periop.mt_doc_lastknownhospital (
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying NOT NULL,
    id character varying NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_version uuid DEFAULT (md5(((random())::text || (clock_timestamp())::text)))::uuid NOT NULL,
    mt_dotnet_type character varying
);
CREATE TABLE periop.mt_doc_maskingrecord (
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying NOT NULL,
    id uuid NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_version uuid DEFAULT (md5(((random())::text || (clock_timestamp())::text)))::uuid NOT NULL,
    mt_dotnet_type character varying,
    at timestamp with time zone
);
CREATE TABLE periop.mt_doc_patientidentity (
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying NOT NULL,
    id character varying NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_version uuid DEFAULT (md5(((random())::text || (clock_timestamp())::text)))::uuid NOT NULL,
    mt_dotnet_type character varying,
    patient_id uuid
);
CREATE TABLE periop.mt_doc_recall (
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying NOT NULL,
    id uuid NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_version uuid DEFAULT (md5(((random())::text || (clock_timestamp())::text)))::uuid NOT NULL,
    mt_dotnet_type character varying,
    announced_at timestamp with time zone
);
CREATE TABLE periop.write_probe (
    filler text
);
CREATE TABLE periop_access.displays (
    id uuid NOT NULL,
    code text,
    secret bytea,
    shown_at timestamp with time zone NOT NULL,
    hospital text,
    name text,
    paired_at timestamp with time zone,
    paired_by text,
    revoked_at timestamp with time zone,
    revoked_by text
);
CREATE TABLE periop_access.mt_doc_accessentry (
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying NOT NULL,
    id uuid NOT NULL,
    data jsonb NOT NULL,
    at timestamp with time zone NOT NULL
)
PARTITION BY RANGE (at);
CREATE TABLE periop_access.mt_doc_accessentry_default (
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying NOT NULL,
    id uuid NOT NULL,
    data jsonb NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE TABLE periop_access.mt_doc_accessentry_m202611 (
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying NOT NULL,
    id uuid NOT NULL,
    data jsonb NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE TABLE periop_access.mt_doc_accessentry_m202612 (
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying NOT NULL,
    id uuid NOT NULL,
    data jsonb NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE TABLE periop_access.mt_doc_accessentry_m202701 (
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying NOT NULL,
    id uuid NOT NULL,
    data jsonb NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE TABLE periop_access.mt_doc_accessentry_m202702 (
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying NOT NULL,
    id uuid NOT NULL,
    data jsonb NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE TABLE periop_access.mt_doc_accessentry_m202703 (
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying NOT NULL,
    id uuid NOT NULL,
    data jsonb NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE TABLE periop_access.mt_doc_accessentry_m202704 (
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying NOT NULL,
    id uuid NOT NULL,
    data jsonb NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE TABLE periop_access.mt_doc_accessentry_m202705 (
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying NOT NULL,
    id uuid NOT NULL,
    data jsonb NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE TABLE periop_access.mt_doc_accessentry_m202706 (
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying NOT NULL,
    id uuid NOT NULL,
    data jsonb NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE TABLE periop_access.mt_doc_accessentry_m202707 (
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying NOT NULL,
    id uuid NOT NULL,
    data jsonb NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE TABLE periop_access.mt_doc_accessentry_m202708 (
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying NOT NULL,
    id uuid NOT NULL,
    data jsonb NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE TABLE periop_access.mt_doc_accessentry_m202709 (
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying NOT NULL,
    id uuid NOT NULL,
    data jsonb NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE TABLE periop_access.mt_doc_accessentry_m202710 (
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying NOT NULL,
    id uuid NOT NULL,
    data jsonb NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE TABLE periop_access.mt_doc_accessentry_m202711 (
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying NOT NULL,
    id uuid NOT NULL,
    data jsonb NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE TABLE periop_access.protection_keys (
    name text NOT NULL,
    xml text NOT NULL,
    added timestamp with time zone NOT NULL
);
CREATE TABLE periop_register.case_facts_v3 (
    tenant_id character varying NOT NULL,
    case_id uuid NOT NULL,
    key text NOT NULL,
    from_seq bigint NOT NULL,
    to_seq bigint,
    recorded_from timestamp with time zone NOT NULL,
    recorded_to timestamp with time zone,
    case_number text,
    is_index boolean,
    patient_id uuid,
    stage_of uuid,
    first_incision_at timestamp with time zone,
    first_incision_entry_id uuid,
    room_exit_at timestamp with time zone,
    room_exit_entry_id uuid,
    discharged_at timestamp with time zone,
    discharged_to_the_day boolean,
    discharge_entry_id uuid,
    died_at timestamp with time zone,
    died_to_the_day boolean,
    death_entry_id uuid,
    death_recorded_at timestamp with time zone,
    last_seen_alive_at timestamp with time zone,
    last_seen_alive_to_the_day boolean,
    last_seen_alive_entry_id uuid,
    signed_at timestamp with time zone,
    signature_entry_id uuid,
    lost_at timestamp with time zone,
    lost_entry_id uuid,
    withdrawn_at timestamp with time zone,
    withdrawal_entry_id uuid,
    attempt_entry_ids uuid[],
    last_attempt jsonb,
    transfusions jsonb,
    risk_factors jsonb,
    room text,
    surgeon text,
    service text,
    procedure text,
    approach text,
    grade integer,
    segments integer,
    region text
)
WITH (fillfactor='80');
CREATE TABLE periop_register.readers (
    role_name text NOT NULL,
    tenant_id character varying NOT NULL
);
CREATE VIEW periop_bi.case_facts WITH (security_barrier='true') AS
 SELECT t.tenant_id,
    t.case_id,
    t.key,
    t.from_seq,
    t.to_seq,
    t.recorded_from,
    t.recorded_to,
    t.case_number,
    t.is_index,
    t.patient_id,
    t.stage_of,
    t.first_incision_at,
    t.first_incision_entry_id,
    t.room_exit_at,
    t.room_exit_entry_id,
    t.discharged_at,
    t.discharged_to_the_day,
    t.discharge_entry_id,
    t.died_at,
    t.died_to_the_day,
    t.death_entry_id,
    t.death_recorded_at,
    t.last_seen_alive_at,
    t.last_seen_alive_to_the_day,
    t.last_seen_alive_entry_id,
    t.signed_at,
    t.signature_entry_id,
    t.lost_at,
    t.lost_entry_id,
    t.withdrawn_at,
    t.withdrawal_entry_id,
    t.attempt_entry_ids,
    t.last_attempt,
    t.transfusions,
    t.risk_factors,
    t.room,
    t.surgeon,
    t.service,
    t.procedure,
    t.approach,
    t.grade,
    t.segments,
    t.region
   FROM periop_register.case_facts_v3 t
  WHERE ((t.tenant_id)::text = (( SELECT r.tenant_id
           FROM periop_register.readers r
          WHERE (r.role_name = (CURRENT_USER)::text)))::text);
CREATE TABLE periop_register.case_times_v3 (
    tenant_id character varying NOT NULL,
    case_id uuid NOT NULL,
    key text NOT NULL,
    from_seq bigint NOT NULL,
    to_seq bigint,
    recorded_from timestamp with time zone NOT NULL,
    recorded_to timestamp with time zone,
    is_cancelled boolean,
    day_at timestamp with time zone,
    priority text,
    room text,
    scheduled_start timestamp with time zone,
    scheduled_minutes integer,
    room_entry jsonb,
    incision jsonb,
    closure jsonb,
    dressing jsonb,
    room_exit jsonb,
    stays jsonb
)
WITH (fillfactor='80');
CREATE VIEW periop_bi.case_times WITH (security_barrier='true') AS
 SELECT t.tenant_id,
    t.case_id,
    t.key,
    t.from_seq,
    t.to_seq,
    t.recorded_from,
    t.recorded_to,
    t.is_cancelled,
    t.day_at,
    t.priority,
    t.room,
    t.scheduled_start,
    t.scheduled_minutes,
    t.room_entry,
    t.incision,
    t.closure,
    t.dressing,
    t.room_exit,
    t.stays
   FROM periop_register.case_times_v3 t
  WHERE ((t.tenant_id)::text = (( SELECT r.tenant_id
           FROM periop_register.readers r
          WHERE (r.role_name = (CURRENT_USER)::text)))::text);
CREATE TABLE periop_register.closures_v3 (
    tenant_id character varying NOT NULL,
    recall_id uuid NOT NULL,
    key text NOT NULL,
    from_seq bigint NOT NULL,
    to_seq bigint,
    recorded_from timestamp with time zone NOT NULL,
    recorded_to timestamp with time zone,
    campaign_key text,
    case_id uuid,
    outcome text,
    reason text,
    closed_at timestamp with time zone,
    closed_by text
)
WITH (fillfactor='80');
CREATE VIEW periop_bi.closures WITH (security_barrier='true') AS
 SELECT t.tenant_id,
    t.recall_id,
    t.key,
    t.from_seq,
    t.to_seq,
    t.recorded_from,
    t.recorded_to,
    t.campaign_key,
    t.case_id,
    t.outcome,
    t.reason,
    t.closed_at,
    t.closed_by
   FROM periop_register.closures_v3 t
  WHERE ((t.tenant_id)::text = (( SELECT r.tenant_id
           FROM periop_register.readers r
          WHERE (r.role_name = (CURRENT_USER)::text)))::text);
CREATE TABLE periop_register.corrections_v3 (
    tenant_id character varying NOT NULL,
    case_id uuid NOT NULL,
    key text NOT NULL,
    from_seq bigint NOT NULL,
    to_seq bigint,
    recorded_from timestamp with time zone NOT NULL,
    recorded_to timestamp with time zone,
    kind text,
    target_entry_id uuid,
    type text,
    occurred_before timestamp with time zone,
    occurred_after timestamp with time zone,
    replaced_by_entry_id uuid,
    recorded_at timestamp with time zone,
    recorded_by text,
    case_number text,
    surgeon text,
    room text
)
WITH (fillfactor='80');
CREATE VIEW periop_bi.corrections WITH (security_barrier='true') AS
 SELECT t.tenant_id,
    t.case_id,
    t.key,
    t.from_seq,
    t.to_seq,
    t.recorded_from,
    t.recorded_to,
    t.kind,
    t.target_entry_id,
    t.type,
    t.occurred_before,
    t.occurred_after,
    t.replaced_by_entry_id,
    t.recorded_at,
    t.recorded_by,
    t.case_number,
    t.surgeon,
    t.room
   FROM periop_register.corrections_v3 t
  WHERE ((t.tenant_id)::text = (( SELECT r.tenant_id
           FROM periop_register.readers r
          WHERE (r.role_name = (CURRENT_USER)::text)))::text);
CREATE TABLE periop_register.definitions_v3 (
    tenant_id character varying NOT NULL,
    publication_id uuid NOT NULL,
    key text NOT NULL,
    from_seq bigint NOT NULL,
    to_seq bigint,
    recorded_from timestamp with time zone NOT NULL,
    recorded_to timestamp with time zone,
    id text,
    version integer,
    kind text,
    definition jsonb,
    published_at timestamp with time zone,
    published_by text,
    shipped boolean
)
WITH (fillfactor='80');
CREATE VIEW periop_bi.definitions WITH (security_barrier='true') AS
 SELECT t.tenant_id,
    t.publication_id,
    t.key,
    t.from_seq,
    t.to_seq,
    t.recorded_from,
    t.recorded_to,
    t.id,
    t.version,
    t.kind,
    t.definition,
    t.published_at,
    t.published_by,
    t.shipped
   FROM periop_register.definitions_v3 t
  WHERE ((t.tenant_id)::text = (( SELECT r.tenant_id
           FROM periop_register.readers r
          WHERE (r.role_name = (CURRENT_USER)::text)))::text);
CREATE TABLE periop_register.deviations_v3 (
    tenant_id character varying NOT NULL,
    case_id uuid NOT NULL,
    key text NOT NULL,
    from_seq bigint NOT NULL,
    to_seq bigint,
    recorded_from timestamp with time zone NOT NULL,
    recorded_to timestamp with time zone,
    code text,
    severity text,
    label text,
    message text,
    entry_ids uuid[],
    occurred_at timestamp with time zone,
    overridden boolean,
    acknowledged_by_entry_id uuid,
    case_number text,
    surgeon text,
    room text
)
WITH (fillfactor='80');
CREATE VIEW periop_bi.deviations WITH (security_barrier='true') AS
 SELECT t.tenant_id,
    t.case_id,
    t.key,
    t.from_seq,
    t.to_seq,
    t.recorded_from,
    t.recorded_to,
    t.code,
    t.severity,
    t.label,
    t.message,
    t.entry_ids,
    t.occurred_at,
    t.overridden,
    t.acknowledged_by_entry_id,
    t.case_number,
    t.surgeon,
    t.room
   FROM periop_register.deviations_v3 t
  WHERE ((t.tenant_id)::text = (( SELECT r.tenant_id
           FROM periop_register.readers r
          WHERE (r.role_name = (CURRENT_USER)::text)))::text);
CREATE TABLE periop_register.findings_v3 (
    tenant_id character varying NOT NULL,
    case_id uuid NOT NULL,
    key text NOT NULL,
    from_seq bigint NOT NULL,
    to_seq bigint,
    recorded_from timestamp with time zone NOT NULL,
    recorded_to timestamp with time zone,
    entry_id uuid,
    kind text,
    named_kind text,
    finding text,
    source text,
    occurred_at timestamp with time zone,
    to_the_day boolean,
    recorded_at timestamp with time zone,
    onset_at timestamp with time zone,
    detected_at timestamp with time zone,
    grade text,
    level text,
    icd10 text,
    criteria text[],
    new_case_id uuid,
    review text,
    review_entry_id uuid
)
WITH (fillfactor='80');
CREATE VIEW periop_bi.findings WITH (security_barrier='true') AS
 SELECT t.tenant_id,
    t.case_id,
    t.key,
    t.from_seq,
    t.to_seq,
    t.recorded_from,
    t.recorded_to,
    t.entry_id,
    t.kind,
    t.named_kind,
    t.finding,
    t.source,
    t.occurred_at,
    t.to_the_day,
    t.recorded_at,
    t.onset_at,
    t.detected_at,
    t.grade,
    t.level,
    t.icd10,
    t.criteria,
    t.new_case_id,
    t.review,
    t.review_entry_id
   FROM periop_register.findings_v3 t
  WHERE ((t.tenant_id)::text = (( SELECT r.tenant_id
           FROM periop_register.readers r
          WHERE (r.role_name = (CURRENT_USER)::text)))::text);
CREATE TABLE periop_register.implants_v3 (
    tenant_id character varying NOT NULL,
    case_id uuid NOT NULL,
    key text NOT NULL,
    from_seq bigint NOT NULL,
    to_seq bigint,
    recorded_from timestamp with time zone NOT NULL,
    recorded_to timestamp with time zone,
    patient_id uuid,
    kind text,
    levels text[],
    site text,
    side text,
    quantity integer,
    manufacturer text,
    reference text,
    gtin text,
    lot text,
    lot_key text,
    lot_typed boolean,
    serial text,
    serial_key text,
    serial_typed boolean,
    expiry date,
    unread_scan text,
    unread_scan_key text,
    status text,
    placed_at timestamp with time zone,
    entry_ids uuid[],
    in_place integer,
    possible_lots text[],
    possible_serials text[],
    manufacturer_key text,
    reference_key text
)
WITH (fillfactor='80');
CREATE VIEW periop_bi.implants WITH (security_barrier='true') AS
 SELECT t.tenant_id,
    t.case_id,
    t.key,
    t.from_seq,
    t.to_seq,
    t.recorded_from,
    t.recorded_to,
    t.patient_id,
    t.kind,
    t.levels,
    t.site,
    t.side,
    t.quantity,
    t.manufacturer,
    t.reference,
    t.gtin,
    t.lot,
    t.lot_key,
    t.lot_typed,
    t.serial,
    t.serial_key,
    t.serial_typed,
    t.expiry,
    t.unread_scan,
    t.unread_scan_key,
    t.status,
    t.placed_at,
    t.entry_ids,
    t.in_place,
    t.possible_lots,
    t.possible_serials,
    t.manufacturer_key,
    t.reference_key
   FROM periop_register.implants_v3 t
  WHERE ((t.tenant_id)::text = (( SELECT r.tenant_id
           FROM periop_register.readers r
          WHERE (r.role_name = (CURRENT_USER)::text)))::text);
CREATE TABLE periop_register.recalls_v3 (
    tenant_id character varying NOT NULL,
    recall_id uuid NOT NULL,
    key text NOT NULL,
    from_seq bigint NOT NULL,
    to_seq bigint,
    recorded_from timestamp with time zone NOT NULL,
    recorded_to timestamp with time zone,
    gtin text,
    manufacturer text,
    manufacturer_key text,
    catalogue_number text,
    reference_key text,
    lots text[],
    lot_keys text[],
    serials text[],
    serial_keys text[],
    in_scans text[],
    notice text,
    campaign text,
    campaign_key text,
    announced_at timestamp with time zone,
    ended_at timestamp with time zone
)
WITH (fillfactor='80');
CREATE VIEW periop_bi.recalls WITH (security_barrier='true') AS
 SELECT t.tenant_id,
    t.recall_id,
    t.key,
    t.from_seq,
    t.to_seq,
    t.recorded_from,
    t.recorded_to,
    t.gtin,
    t.manufacturer,
    t.manufacturer_key,
    t.catalogue_number,
    t.reference_key,
    t.lots,
    t.lot_keys,
    t.serials,
    t.serial_keys,
    t.in_scans,
    t.notice,
    t.campaign,
    t.campaign_key,
    t.announced_at,
    t.ended_at
   FROM periop_register.recalls_v3 t
  WHERE ((t.tenant_id)::text = (( SELECT r.tenant_id
           FROM periop_register.readers r
          WHERE (r.role_name = (CURRENT_USER)::text)))::text);
CREATE TABLE periop_register.removals_v3 (
    tenant_id character varying NOT NULL,
    case_id uuid NOT NULL,
    key text NOT NULL,
    from_seq bigint NOT NULL,
    to_seq bigint,
    recorded_from timestamp with time zone NOT NULL,
    recorded_to timestamp with time zone,
    patient_id uuid,
    placed_in_case_id uuid,
    placed_by_entry_id text,
    quantity integer,
    code text,
    removed_at timestamp with time zone
)
WITH (fillfactor='80');
CREATE VIEW periop_bi.removals WITH (security_barrier='true') AS
 SELECT t.tenant_id,
    t.case_id,
    t.key,
    t.from_seq,
    t.to_seq,
    t.recorded_from,
    t.recorded_to,
    t.patient_id,
    t.placed_in_case_id,
    t.placed_by_entry_id,
    t.quantity,
    t.code,
    t.removed_at
   FROM periop_register.removals_v3 t
  WHERE ((t.tenant_id)::text = (( SELECT r.tenant_id
           FROM periop_register.readers r
          WHERE (r.role_name = (CURRENT_USER)::text)))::text);
CREATE TABLE periop_register.risk_models_v3 (
    tenant_id character varying NOT NULL,
    publication_id uuid NOT NULL,
    key text NOT NULL,
    from_seq bigint NOT NULL,
    to_seq bigint,
    recorded_from timestamp with time zone NOT NULL,
    recorded_to timestamp with time zone,
    id text,
    version integer,
    model jsonb,
    published_at timestamp with time zone,
    published_by text
)
WITH (fillfactor='80');
CREATE VIEW periop_bi.risk_models WITH (security_barrier='true') AS
 SELECT t.tenant_id,
    t.publication_id,
    t.key,
    t.from_seq,
    t.to_seq,
    t.recorded_from,
    t.recorded_to,
    t.id,
    t.version,
    t.model,
    t.published_at,
    t.published_by
   FROM periop_register.risk_models_v3 t
  WHERE ((t.tenant_id)::text = (( SELECT r.tenant_id
           FROM periop_register.readers r
          WHERE (r.role_name = (CURRENT_USER)::text)))::text);
CREATE TABLE periop_register.scores_v3 (
    tenant_id character varying NOT NULL,
    case_id uuid NOT NULL,
    key text NOT NULL,
    from_seq bigint NOT NULL,
    to_seq bigint,
    recorded_from timestamp with time zone NOT NULL,
    recorded_to timestamp with time zone,
    entry_id uuid,
    what text,
    value numeric,
    unit text,
    phase text,
    occurred_at timestamp with time zone,
    to_the_day boolean
)
WITH (fillfactor='80');
CREATE VIEW periop_bi.scores WITH (security_barrier='true') AS
 SELECT t.tenant_id,
    t.case_id,
    t.key,
    t.from_seq,
    t.to_seq,
    t.recorded_from,
    t.recorded_to,
    t.entry_id,
    t.what,
    t.value,
    t.unit,
    t.phase,
    t.occurred_at,
    t.to_the_day
   FROM periop_register.scores_v3 t
  WHERE ((t.tenant_id)::text = (( SELECT r.tenant_id
           FROM periop_register.readers r
          WHERE (r.role_name = (CURRENT_USER)::text)))::text);
CREATE TABLE periop_register.second_source_cases_v3 (
    tenant_id character varying NOT NULL,
    source_id uuid NOT NULL,
    key text NOT NULL,
    from_seq bigint NOT NULL,
    to_seq bigint,
    recorded_from timestamp with time zone NOT NULL,
    recorded_to timestamp with time zone,
    source text,
    kind text,
    case_number text
)
WITH (fillfactor='80');
CREATE VIEW periop_bi.second_source_cases WITH (security_barrier='true') AS
 SELECT t.tenant_id,
    t.source_id,
    t.key,
    t.from_seq,
    t.to_seq,
    t.recorded_from,
    t.recorded_to,
    t.source,
    t.kind,
    t.case_number
   FROM periop_register.second_source_cases_v3 t
  WHERE ((t.tenant_id)::text = (( SELECT r.tenant_id
           FROM periop_register.readers r
          WHERE (r.role_name = (CURRENT_USER)::text)))::text);
CREATE TABLE periop_register.second_sources_v3 (
    tenant_id character varying NOT NULL,
    source_id uuid NOT NULL,
    key text NOT NULL,
    from_seq bigint NOT NULL,
    to_seq bigint,
    recorded_from timestamp with time zone NOT NULL,
    recorded_to timestamp with time zone,
    name text,
    cases integer,
    refused integer,
    content text,
    uploaded_at timestamp with time zone,
    uploaded_by text
)
WITH (fillfactor='80');
CREATE VIEW periop_bi.second_sources WITH (security_barrier='true') AS
 SELECT t.tenant_id,
    t.source_id,
    t.key,
    t.from_seq,
    t.to_seq,
    t.recorded_from,
    t.recorded_to,
    t.name,
    t.cases,
    t.refused,
    t.content,
    t.uploaded_at,
    t.uploaded_by
   FROM periop_register.second_sources_v3 t
  WHERE ((t.tenant_id)::text = (( SELECT r.tenant_id
           FROM periop_register.readers r
          WHERE (r.role_name = (CURRENT_USER)::text)))::text);
CREATE TABLE periop_events.mt_event_progression (
    name character varying NOT NULL,
    last_seq_id bigint,
    last_updated timestamp with time zone DEFAULT transaction_timestamp(),
    mode character varying DEFAULT 'none'::character varying,
    rebuild_threshold integer DEFAULT 0,
    assigned_node integer DEFAULT 0,
    heartbeat timestamp with time zone,
    agent_status character varying(20),
    pause_reason text,
    running_on_node integer,
    warning_behind_threshold bigint,
    critical_behind_threshold bigint,
    failure_category character varying(50),
    failure_event_sequence bigint,
    failure_event_type character varying(500),
    failure_event_tenant_id character varying(500)
);
CREATE TABLE periop_register.ticks (
    "position" bigint NOT NULL,
    instant timestamp with time zone NOT NULL,
    until timestamp with time zone NOT NULL,
    reached bigint NOT NULL
);
CREATE VIEW periop_bi.ticks WITH (security_barrier='true') AS
 SELECT t."position",
    t.instant,
    t.until
   FROM periop_register.ticks t
  WHERE ((t."position" <= COALESCE(( SELECT mt_event_progression.last_seq_id
           FROM periop_events.mt_event_progression
          WHERE ((mt_event_progression.name)::text = 'Register:V3:All'::text)), (0)::bigint)) AND (EXISTS ( SELECT
           FROM periop_register.readers r
          WHERE (r.role_name = (CURRENT_USER)::text))) AND (NOT (EXISTS ( SELECT
           FROM periop.halted_register_v3 h
          WHERE (((h.tenant_id)::text = (( SELECT r.tenant_id
                   FROM periop_register.readers r
                  WHERE (r.role_name = (CURRENT_USER)::text)))::text) AND (h."position" <= t."position"))))));
CREATE TABLE periop_events.mt_doc_deadletterevent (
    id uuid NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_version uuid DEFAULT (md5(((random())::text || (clock_timestamp())::text)))::uuid NOT NULL,
    mt_dotnet_type character varying
);
CREATE TABLE periop_events.mt_event_projection_floors (
    name character varying NOT NULL,
    tenant_id character varying NOT NULL,
    floor bigint NOT NULL,
    last_updated timestamp with time zone DEFAULT transaction_timestamp()
);
CREATE TABLE periop_events.mt_events (
    seq_id bigint NOT NULL,
    id uuid NOT NULL,
    stream_id uuid,
    version bigint NOT NULL,
    data jsonb NOT NULL,
    bdata bytea,
    type character varying(500) NOT NULL,
    "timestamp" timestamp with time zone DEFAULT '2026-11-26 04:47:57.430299+00'::timestamp with time zone NOT NULL,
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying,
    mt_dotnet_type character varying,
    correlation_id character varying,
    causation_id character varying,
    headers jsonb,
    user_name character varying,
    is_skipped boolean DEFAULT false,
    is_archived boolean DEFAULT false NOT NULL
)
PARTITION BY LIST (is_archived);
CREATE TABLE periop_events.mt_events_archived (
    seq_id bigint NOT NULL,
    id uuid NOT NULL,
    stream_id uuid,
    version bigint NOT NULL,
    data jsonb NOT NULL,
    bdata bytea,
    type character varying(500) NOT NULL,
    "timestamp" timestamp with time zone DEFAULT '2026-11-26 04:47:57.430299+00'::timestamp with time zone NOT NULL,
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying,
    mt_dotnet_type character varying,
    correlation_id character varying,
    causation_id character varying,
    headers jsonb,
    user_name character varying,
    is_skipped boolean DEFAULT false,
    is_archived boolean DEFAULT false NOT NULL
);
CREATE TABLE periop_events.mt_events_default (
    seq_id bigint NOT NULL,
    id uuid NOT NULL,
    stream_id uuid,
    version bigint NOT NULL,
    data jsonb NOT NULL,
    bdata bytea,
    type character varying(500) NOT NULL,
    "timestamp" timestamp with time zone DEFAULT '2026-11-26 04:47:57.430299+00'::timestamp with time zone NOT NULL,
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying,
    mt_dotnet_type character varying,
    correlation_id character varying,
    causation_id character varying,
    headers jsonb,
    user_name character varying,
    is_skipped boolean DEFAULT false,
    is_archived boolean DEFAULT false NOT NULL
);
CREATE SEQUENCE periop_events.mt_events_sequence
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE periop_events.mt_events_sequence OWNED BY periop_events.mt_events.seq_id;
CREATE TABLE periop_events.mt_high_water_skips (
    ending_sequence bigint NOT NULL,
    starting_sequence bigint NOT NULL,
    "timestamp" timestamp with time zone DEFAULT transaction_timestamp()
);
CREATE TABLE periop_events.mt_streams (
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying NOT NULL,
    id uuid NOT NULL,
    type character varying,
    version bigint,
    "timestamp" timestamp with time zone DEFAULT now() NOT NULL,
    created timestamp with time zone DEFAULT now() NOT NULL,
    compacted_version bigint DEFAULT 0 NOT NULL,
    is_archived boolean DEFAULT false NOT NULL
)
PARTITION BY LIST (is_archived);
CREATE TABLE periop_events.mt_streams_archived (
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying NOT NULL,
    id uuid NOT NULL,
    type character varying,
    version bigint,
    "timestamp" timestamp with time zone DEFAULT now() NOT NULL,
    created timestamp with time zone DEFAULT now() NOT NULL,
    compacted_version bigint DEFAULT 0 NOT NULL,
    is_archived boolean DEFAULT false NOT NULL
);
CREATE TABLE periop_events.mt_streams_default (
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying NOT NULL,
    id uuid NOT NULL,
    type character varying,
    version bigint,
    "timestamp" timestamp with time zone DEFAULT now() NOT NULL,
    created timestamp with time zone DEFAULT now() NOT NULL,
    compacted_version bigint DEFAULT 0 NOT NULL,
    is_archived boolean DEFAULT false NOT NULL
);
CREATE TABLE periop_register.versions (
    version integer NOT NULL,
    since timestamp with time zone NOT NULL,
    "position" bigint NOT NULL,
    reached bigint NOT NULL
);
CREATE TABLE wolverine.wolverine_agent_restrictions (
    id uuid NOT NULL,
    uri character varying NOT NULL,
    type character varying NOT NULL,
    node integer DEFAULT 0 NOT NULL
);
CREATE TABLE wolverine.wolverine_control_queue (
    id uuid NOT NULL,
    message_type character varying NOT NULL,
    node_id uuid NOT NULL,
    body bytea NOT NULL,
    posted timestamp with time zone DEFAULT now() NOT NULL,
    expires timestamp with time zone
);
CREATE TABLE wolverine.wolverine_dead_letter_history (
    id uuid NOT NULL,
    replay_count integer,
    last_replayed_at timestamp with time zone,
    first_failed_at timestamp with time zone
);
CREATE TABLE wolverine.wolverine_dead_letters (
    id uuid NOT NULL,
    execution_time timestamp with time zone,
    body bytea NOT NULL,
    message_type character varying NOT NULL,
    received_at character varying,
    source character varying,
    exception_type character varying,
    exception_message character varying,
    sent_at timestamp with time zone,
    replayable boolean,
    failure_group character varying(100),
    failure_title character varying(500),
    failed_at timestamp with time zone,
    first_failed_at timestamp with time zone,
    replay_count integer,
    last_replayed_at timestamp with time zone,
    archived_at timestamp with time zone
);
CREATE TABLE wolverine.wolverine_incoming_envelopes (
    id uuid NOT NULL,
    status character varying NOT NULL,
    owner_id integer NOT NULL,
    execution_time timestamp with time zone,
    attempts integer DEFAULT 0,
    body bytea NOT NULL,
    message_type character varying NOT NULL,
    received_at character varying,
    keep_until timestamp with time zone
);
CREATE TABLE wolverine.wolverine_node_assignments (
    id character varying NOT NULL,
    node_id uuid,
    started timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE wolverine.wolverine_node_records (
    id integer NOT NULL,
    node_number integer NOT NULL,
    event_name character varying NOT NULL,
    "timestamp" timestamp with time zone DEFAULT now() NOT NULL,
    description character varying
);
CREATE SEQUENCE wolverine.wolverine_node_records_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE wolverine.wolverine_node_records_id_seq OWNED BY wolverine.wolverine_node_records.id;
CREATE TABLE wolverine.wolverine_nodes (
    id uuid NOT NULL,
    node_number integer NOT NULL,
    description character varying NOT NULL,
    uri character varying NOT NULL,
    started timestamp with time zone DEFAULT now() NOT NULL,
    health_check timestamp with time zone DEFAULT now() NOT NULL,
    version character varying,
    capabilities text[]
);
CREATE SEQUENCE wolverine.wolverine_nodes_node_number_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE wolverine.wolverine_nodes_node_number_seq OWNED BY wolverine.wolverine_nodes.node_number;
CREATE TABLE wolverine.wolverine_outgoing_envelopes (
    id uuid NOT NULL,
    owner_id integer NOT NULL,
    destination character varying NOT NULL,
    deliver_by timestamp with time zone,
    body bytea NOT NULL,
    attempts integer DEFAULT 0,
    message_type character varying NOT NULL
);
ALTER TABLE ONLY periop_access.mt_doc_accessentry ATTACH PARTITION periop_access.mt_doc_accessentry_default DEFAULT;
ALTER TABLE ONLY periop_access.mt_doc_accessentry ATTACH PARTITION periop_access.mt_doc_accessentry_m202611 FOR VALUES FROM ('2026-11-01 00:00:00+00') TO ('2026-12-01 00:00:00+00');
ALTER TABLE ONLY periop_access.mt_doc_accessentry ATTACH PARTITION periop_access.mt_doc_accessentry_m202612 FOR VALUES FROM ('2026-12-01 00:00:00+00') TO ('2027-01-01 00:00:00+00');
ALTER TABLE ONLY periop_access.mt_doc_accessentry ATTACH PARTITION periop_access.mt_doc_accessentry_m202701 FOR VALUES FROM ('2027-01-01 00:00:00+00') TO ('2027-02-01 00:00:00+00');
ALTER TABLE ONLY periop_access.mt_doc_accessentry ATTACH PARTITION periop_access.mt_doc_accessentry_m202702 FOR VALUES FROM ('2027-02-01 00:00:00+00') TO ('2027-03-01 00:00:00+00');
ALTER TABLE ONLY periop_access.mt_doc_accessentry ATTACH PARTITION periop_access.mt_doc_accessentry_m202703 FOR VALUES FROM ('2027-03-01 00:00:00+00') TO ('2027-04-01 00:00:00+00');
ALTER TABLE ONLY periop_access.mt_doc_accessentry ATTACH PARTITION periop_access.mt_doc_accessentry_m202704 FOR VALUES FROM ('2027-04-01 00:00:00+00') TO ('2027-05-01 00:00:00+00');
ALTER TABLE ONLY periop_access.mt_doc_accessentry ATTACH PARTITION periop_access.mt_doc_accessentry_m202705 FOR VALUES FROM ('2027-05-01 00:00:00+00') TO ('2027-06-01 00:00:00+00');
ALTER TABLE ONLY periop_access.mt_doc_accessentry ATTACH PARTITION periop_access.mt_doc_accessentry_m202706 FOR VALUES FROM ('2027-06-01 00:00:00+00') TO ('2027-07-01 00:00:00+00');
ALTER TABLE ONLY periop_access.mt_doc_accessentry ATTACH PARTITION periop_access.mt_doc_accessentry_m202707 FOR VALUES FROM ('2027-07-01 00:00:00+00') TO ('2027-08-01 00:00:00+00');
ALTER TABLE ONLY periop_access.mt_doc_accessentry ATTACH PARTITION periop_access.mt_doc_accessentry_m202708 FOR VALUES FROM ('2027-08-01 00:00:00+00') TO ('2027-09-01 00:00:00+00');
ALTER TABLE ONLY periop_access.mt_doc_accessentry ATTACH PARTITION periop_access.mt_doc_accessentry_m202709 FOR VALUES FROM ('2027-09-01 00:00:00+00') TO ('2027-10-01 00:00:00+00');
ALTER TABLE ONLY periop_access.mt_doc_accessentry ATTACH PARTITION periop_access.mt_doc_accessentry_m202710 FOR VALUES FROM ('2027-10-01 00:00:00+00') TO ('2027-11-01 00:00:00+00');
ALTER TABLE ONLY periop_access.mt_doc_accessentry ATTACH PARTITION periop_access.mt_doc_accessentry_m202711 FOR VALUES FROM ('2027-11-01 00:00:00+00') TO ('2027-12-01 00:00:00+00');
ALTER TABLE ONLY periop_events.mt_events ATTACH PARTITION periop_events.mt_events_archived FOR VALUES IN (true);
ALTER TABLE ONLY periop_events.mt_events ATTACH PARTITION periop_events.mt_events_default DEFAULT;
ALTER TABLE ONLY periop_events.mt_streams ATTACH PARTITION periop_events.mt_streams_archived FOR VALUES IN (true);
ALTER TABLE ONLY periop_events.mt_streams ATTACH PARTITION periop_events.mt_streams_default DEFAULT;
ALTER TABLE ONLY wolverine.wolverine_node_records ALTER COLUMN id SET DEFAULT nextval('wolverine.wolverine_node_records_id_seq'::regclass);
ALTER TABLE ONLY wolverine.wolverine_nodes ALTER COLUMN node_number SET DEFAULT nextval('wolverine.wolverine_nodes_node_number_seq'::regclass);
INSERT INTO periop.mt_doc_boardcard_v2 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30', '{"id": "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30", "case": {"flags": [], "phase": "incised", "since": "2026-11-26T05:27:23.929821+00:00", "caseId": "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30", "status": "in-progress", "enteredAt": "2026-11-26T05:27:22.666414+00:00", "procedure": "spinal-osteotomy", "caseNumber": "2026-0117", "expectedStart": "2026-11-26T05:27:22.666414+00:00"}, "date": "2026-11-26", "room": "OR-1", "inRoom": true, "isOver": false, "position": 4, "recordedAt": "2026-11-26T05:27:23.929821+00:00", "lastSeenEntering": "2026-11-26T05:27:22.666414+00:00"}', '2026-11-26 12:04:54.445752+00', '01a217be-902a-4721-8fc1-04b3b5d3491e', 'Periop.Server.Board.BoardCard', '2026-11-26', true, NULL, 4);
INSERT INTO periop.mt_doc_boardcard_v2 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f40', '{"id": "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f40", "case": {"flags": [], "phase": "incised", "since": "2026-11-26T05:27:24.469581+00:00", "caseId": "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f40", "status": "in-progress", "enteredAt": "2026-11-26T05:27:24.392402+00:00", "procedure": "spinal-osteotomy", "caseNumber": "2026-0118", "expectedStart": "2026-11-26T05:27:24.392402+00:00"}, "date": "2026-11-26", "room": "OR-1", "inRoom": true, "isOver": false, "position": 8, "recordedAt": "2026-11-26T05:27:24.469581+00:00", "lastSeenEntering": "2026-11-26T05:27:24.392402+00:00"}', '2026-11-26 12:04:54.445752+00', '01a217be-902a-4721-8186-e4bd9c54646e', 'Periop.Server.Board.BoardCard', '2026-11-26', true, NULL, 8);
INSERT INTO periop.mt_doc_boardcard_v2 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f50', '{"id": "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f50", "case": {"flags": [], "phase": "incised", "since": "2026-11-26T05:27:24.860923+00:00", "caseId": "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f50", "status": "in-progress", "enteredAt": "2026-11-26T05:27:24.533699+00:00", "procedure": "spinal-osteotomy", "caseNumber": "2026-0119", "expectedStart": "2026-11-26T05:27:24.533699+00:00"}, "date": "2026-11-26", "room": "OR-1", "inRoom": true, "isOver": false, "position": 12, "recordedAt": "2026-11-26T05:27:24.860923+00:00", "lastSeenEntering": "2026-11-26T05:27:24.533699+00:00"}', '2026-11-26 12:04:54.445752+00', '01a217be-902b-44ad-8624-cb4faeb3c333', 'Periop.Server.Board.BoardCard', '2026-11-26', true, NULL, 12);
INSERT INTO periop.mt_doc_boardcard_v2 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f60', '{"id": "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f60", "case": {"flags": [{"code": "before-room-entry", "label": "Not in room", "message": "A surgical step is recorded before the patient was in the room.", "entryIds": ["0198d2f4-11a0-7d52-8c6f-2f7b90a1c3e1"], "severity": "safety"}, {"code": "time-out-missing", "label": "No time-out", "message": "The incision has no time-out before it.", "entryIds": ["0198d2f4-11a0-7d52-8c6f-2f7b90a1c3e1"], "severity": "safety"}], "phase": "incised", "since": "2026-11-26T11:50:00+00:00", "caseId": "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f60", "status": "in-progress", "surgeon": "surgeon-1", "enteredAt": "2026-11-26T12:05:15.435201+00:00", "procedure": "spinal-osteotomy", "caseNumber": "2026/0120", "expectedStart": "2026-11-26T12:05:15.435201+00:00"}, "date": "2026-11-26", "room": "OR 1", "inRoom": true, "isOver": false, "position": 26, "recordedAt": "2026-11-26T12:05:15.669545+00:00", "lastSeenEntering": "2026-11-26T12:05:15.435201+00:00"}', '2026-11-26 12:05:15.78375+00', '01a217be-e387-470d-a434-6663ddeb66b5', 'Periop.Server.Board.BoardCard', '2026-11-26', true, NULL, 26);
INSERT INTO periop.mt_doc_boardcard_v2 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70', '{"id": "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70", "case": {"flags": [{"code": "time-out-missing", "label": "No time-out", "message": "The incision has no time-out before it.", "entryIds": ["0198d2f4-11a0-7d52-8c6f-2f7b90a1c3f1"], "severity": "safety"}, {"code": "level-not-confirmed", "label": "Level not imaged", "message": "L3 was cut without an image that localised it.", "entryIds": ["01a21b37-ec54-72b9-b6cc-20133f0d02e7"], "severity": "safety"}, {"code": "count-missing", "label": "Count missing", "message": "The wound was closed without a count of sponges, sharps, instruments.", "entryIds": ["01a21b37-f02d-7b08-8722-7d1eee0e0cd3"], "severity": "safety"}, {"code": "count-missing", "label": "Count missing", "message": "The wound was closed without a count of sponges, sharps, instruments.", "entryIds": ["01a21b37-f126-740f-bf34-4c9480146299"], "severity": "safety"}], "phase": "out-of-room", "since": "2026-11-27T04:16:21.073136+00:00", "caseId": "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70", "leftAt": "2026-11-27T04:16:21.073136+00:00", "status": "completed", "surgeon": "S-07", "enteredAt": "2026-11-27T03:16:18+00:00", "procedure": "spinal-osteotomy", "caseNumber": "2026-0170", "expectedEnd": "2026-11-27T04:16:21.073136+00:00", "expectedStart": "2026-11-27T03:16:18+00:00"}, "date": "2026-11-27", "room": "OR 2", "inRoom": false, "isOver": false, "leftOn": "2026-11-27", "position": 106, "recordedAt": "2026-11-27T04:16:21.15045+00:00"}', '2026-11-27 04:16:21.202705+00', '01a21b37-f2d2-4372-a91a-8cd8517113d1', 'Periop.Server.Board.BoardCard', '2026-11-27', false, '2026-11-27', 106);
INSERT INTO periop.mt_doc_casesummary VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30', '{"date": "2026-11-26", "room": "OR-1", "phase": "incised", "caseId": "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30", "status": "in-progress", "procedure": "spinal-osteotomy", "caseNumber": "2026-0117", "heldNumber": "2026-0117", "recordedAt": "2026-11-26T05:27:21.803308+00:00"}', '2026-11-26 05:27:23.904783+00', '01a21652-a244-4c5e-ab91-c0ca65878107', 'Periop.Server.Cases.CaseSummary', '2026-11-26', 'OR-1', '2026-0117');
INSERT INTO periop.mt_doc_casesummary VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f40', '{"date": "2026-11-26", "room": "OR-1", "phase": "incised", "caseId": "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f40", "status": "in-progress", "procedure": "spinal-osteotomy", "caseNumber": "2026-0118", "heldNumber": "2026-0118", "recordedAt": "2026-11-26T05:27:24.076488+00:00"}', '2026-11-26 05:27:24.468849+00', '01a21652-a436-4cac-af62-626bb108c14e', 'Periop.Server.Cases.CaseSummary', '2026-11-26', 'OR-1', '2026-0118');
INSERT INTO periop.mt_doc_casesummary VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f50', '{"date": "2026-11-26", "room": "OR-1", "phase": "incised", "caseId": "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f50", "status": "in-progress", "procedure": "spinal-osteotomy", "caseNumber": "2026-0119", "heldNumber": "2026-0119", "recordedAt": "2026-11-26T05:27:24.487996+00:00"}', '2026-11-26 05:27:24.851867+00', '01a21652-a5be-4c13-8376-c8a9e454aae9', 'Periop.Server.Cases.CaseSummary', '2026-11-26', 'OR-1', '2026-0119');
INSERT INTO periop.mt_doc_casesummary VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f60', '{"date": "2026-11-26", "room": "OR 1", "phase": "incised", "caseId": "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f60", "status": "in-progress", "surgeon": "surgeon-1", "procedure": "spinal-osteotomy", "caseNumber": "2026/0120", "heldNumber": "2026/0120", "recordedAt": "2026-11-26T12:05:15.321157+00:00"}', '2026-11-26 12:05:15.541057+00', '01a217be-e298-4c72-af73-c187d36046bc', 'Periop.Server.Store.CaseSummary', '2026-11-26', 'OR 1', '2026/0120');
INSERT INTO periop.mt_doc_casesummary VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70', '{"date": "2026-11-27", "room": "OR 2", "phase": "out-of-room", "caseId": "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70", "status": "completed", "service": "spine", "surgeon": "S-07", "procedure": "spinal-osteotomy", "caseNumber": "2026-0170", "heldNumber": "2026-0170", "recordedAt": "2026-11-27T04:16:17.762382+00:00", "scheduledMinutes": 90}', '2026-11-27 04:16:21.071762+00', '01a21b37-f25e-4e3a-9551-300e0f2977eb', 'Periop.Server.Store.CaseSummary', '2026-11-27', 'OR 2', '2026-0170');
INSERT INTO periop.mt_doc_lastknownhospital VALUES ('general', 'general', '{"id": "general", "name": "General Hospital", "timeZone": "Europe/Zurich"}', '2026-11-27 04:15:50.822956+00', '01a21b37-7c13-4941-a2fd-053689e92b46', 'Periop.Server.Store.LastKnownHospital');
INSERT INTO periop.mt_doc_lastknownhospital VALUES ('lakeside', 'lakeside', '{"id": "lakeside", "name": "Lakeside Clinic", "timeZone": "America/New_York"}', '2026-11-27 04:15:50.822956+00', '01a21b37-7c15-4f42-8589-28e397376941', 'Periop.Server.Store.LastKnownHospital');
INSERT INTO periop.mt_doc_patientidentity VALUES ('general', 'p-1', '{"id": "p-1", "patientId": "8ed9411b-84eb-4e4e-85a8-ff023493f727"}', '2026-11-26 05:27:21.713972+00', '01a21652-9bef-4837-bd55-3b4be4d42493', 'Periop.Server.Cases.PatientIdentity', '8ed9411b-84eb-4e4e-85a8-ff023493f727');
INSERT INTO periop.mt_doc_patientidentity VALUES ('general', 'p-2', '{"id": "p-2", "patientId": "45671ded-0bd2-47c9-b72a-404844ba816b"}', '2026-11-26 05:27:24.055625+00', '01a21652-a2c4-4ddc-95db-a37e321985c2', 'Periop.Server.Cases.PatientIdentity', '45671ded-0bd2-47c9-b72a-404844ba816b');
INSERT INTO periop.mt_doc_patientidentity VALUES ('general', 'p-3', '{"id": "p-3", "patientId": "edc738da-497b-46ad-bb9f-0386918f7f0f"}', '2026-11-26 05:27:24.487416+00', '01a21652-a44a-4aef-8226-78cd8a251233', 'Periop.Server.Cases.PatientIdentity', 'edc738da-497b-46ad-bb9f-0386918f7f0f');
INSERT INTO periop.mt_doc_patientidentity VALUES ('general', 'p-20', '{"id": "p-20", "patientId": "8103c17b-8b53-4a9e-be05-cd6d4432d2d4"}', '2026-11-26 12:05:15.303506+00', '01a217be-e1fe-476d-af2f-b298b812b416', 'Periop.Server.Store.PatientIdentity', '8103c17b-8b53-4a9e-be05-cd6d4432d2d4');
INSERT INTO periop.mt_doc_patientidentity VALUES ('general', 'p-30', '{"id": "p-30", "patientId": "3a70e828-b106-4294-9945-67543325d5b4"}', '2026-11-27 04:16:17.712597+00', '01a21b37-e671-4466-906c-d84e061691db', 'Periop.Server.Store.PatientIdentity', '3a70e828-b106-4294-9945-67543325d5b4');
INSERT INTO periop.mt_doc_recall VALUES ('general', '01a217be-e349-74eb-adee-5ec1fb87c3f7', '{"id": "01a217be-e349-74eb-adee-5ec1fb87c3f7", "lots": ["L9", "L10"], "content": "9e3846ca6d033190d47f909c4970facf0e47260f6f960aa165c35fa5dbea388d", "serials": [], "closures": [], "reference": "N-7", "announcedAt": "2026-11-26T12:05:15.813939+00:00", "announcedBy": "nurse-7", "catalogueNumber": "R-5"}', '2026-11-26 12:05:15.798401+00', '01a217be-e3af-46bd-8d2a-d9703591ccdd', 'Periop.Domain.Implants.Recalls.Recall', '2026-11-26 12:05:15.813939+00');
INSERT INTO periop.mt_doc_recall VALUES ('general', '01a21652-a884-770b-a44b-4643a75cf51d', '{"id": "01a21652-a884-770b-a44b-4643a75cf51d", "lot": "A213B1", "gtin": "51022222233336", "lots": [], "content": "c9c4c5a1eeca4928905b286bdaa76e7b6b2f33288dfc8837cfdbd3bbfc0e46f9", "serials": [], "closures": [{"caseId": "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30", "reason": "by telephone", "content": "6188ece2d5e99fd1bcc1584bc77b331f582f6a059bbcf971263c75808dfeaee4", "entryId": "01a217be-e3c6-7056-a395-f81f1df07b25", "outcome": "informed", "closedAt": "2026-11-26T12:05:15.902633+00:00", "closedBy": "nurse-7"}], "reference": "FSCA-2026-014", "announcedAt": "2026-11-26T05:27:25.572891+00:00", "announcedBy": "nurse-1"}', '2026-11-26 12:05:15.887645+00', '01a217be-e401-4bdc-97d3-95593bc4398c', 'Periop.Domain.Implants.Recalls.Recall', '2026-11-26 05:27:25.572891+00');
INSERT INTO periop_access.mt_doc_accessentry_m202611 VALUES ('general', '01a217be-e0c2-76e6-956d-da0eb164777b', '{"at": "2026-11-26T12:05:15.074548+00:00", "id": "01a217be-e0c2-76e6-956d-da0eb164777b", "action": "implants", "outcome": "200", "subject": "nurse-7", "disclosed": {"count": 5, "caseIds": ["0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30", "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f50", "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f40"]}}', '2026-11-26 12:05:15.074548+00');
INSERT INTO periop_access.mt_doc_accessentry_m202611 VALUES ('general', '01a217be-e1a1-7fde-b729-3361f42a5f92', '{"at": "2026-11-26T12:05:15.297889+00:00", "id": "01a217be-e1a1-7fde-b729-3361f42a5f92", "action": "schedule", "caseId": "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f60", "outcome": "201", "subject": "nurse-7", "patientRef": "p-20"}', '2026-11-26 12:05:15.297889+00');
INSERT INTO periop_access.mt_doc_accessentry_m202611 VALUES ('general', '01a217be-e22a-79f5-b58b-d877b0ec092b', '{"at": "2026-11-26T12:05:15.434208+00:00", "id": "01a217be-e22a-79f5-b58b-d877b0ec092b", "action": "room-entry", "caseId": "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f60", "outcome": "200", "subject": "nurse-7"}', '2026-11-26 12:05:15.434208+00');
INSERT INTO periop_access.mt_doc_accessentry_m202611 VALUES ('general', '01a217be-e264-7e3a-a4ce-c90eaa1bc803', '{"at": "2026-11-26T12:05:15.49264+00:00", "id": "01a217be-e264-7e3a-a4ce-c90eaa1bc803", "action": "safety-checks", "caseId": "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f60", "outcome": "200", "subject": "nurse-7"}', '2026-11-26 12:05:15.49264+00');
INSERT INTO periop_access.mt_doc_accessentry_m202611 VALUES ('general', '01a217be-e294-75ad-8919-081ce5b1d2f2', '{"at": "2026-11-26T12:05:15.540415+00:00", "id": "01a217be-e294-75ad-8919-081ce5b1d2f2", "action": "incision", "caseId": "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f60", "outcome": "200", "subject": "nurse-7"}', '2026-11-26 12:05:15.540415+00');
INSERT INTO periop_access.mt_doc_accessentry_m202611 VALUES ('general', '01a217be-e2b8-734c-8a80-9e43845295e1', '{"at": "2026-11-26T12:05:15.57665+00:00", "id": "01a217be-e2b8-734c-8a80-9e43845295e1", "action": "hardware", "caseId": "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f60", "outcome": "200", "subject": "nurse-7"}', '2026-11-26 12:05:15.57665+00');
INSERT INTO periop_access.mt_doc_accessentry_m202611 VALUES ('general', '01a217be-e2e3-7dd9-8e52-1a2a96f09ed3', '{"at": "2026-11-26T12:05:15.619765+00:00", "id": "01a217be-e2e3-7dd9-8e52-1a2a96f09ed3", "action": "hardware-removals", "caseId": "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f60", "outcome": "200", "subject": "nurse-7"}', '2026-11-26 12:05:15.619765+00');
INSERT INTO periop_access.mt_doc_accessentry_m202611 VALUES ('general', '01a217be-e312-7328-ba20-4bbfceb247fa', '{"at": "2026-11-26T12:05:15.666759+00:00", "id": "01a217be-e312-7328-ba20-4bbfceb247fa", "action": "time-corrections", "caseId": "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f60", "outcome": "200", "subject": "nurse-7"}', '2026-11-26 12:05:15.666759+00');
INSERT INTO periop_access.mt_doc_accessentry_m202611 VALUES ('general', '01a217be-e349-7de3-b0ad-f153a000b781', '{"at": "2026-11-26T12:05:15.721662+00:00", "id": "01a217be-e349-7de3-b0ad-f153a000b781", "action": "recall-announce", "outcome": "201", "subject": "nurse-7"}', '2026-11-26 12:05:15.721662+00');
INSERT INTO periop_access.mt_doc_accessentry_m202611 VALUES ('general', '01a217be-e3c6-733f-bb2a-a0764b53074b', '{"at": "2026-11-26T12:05:15.846218+00:00", "id": "01a217be-e3c6-733f-bb2a-a0764b53074b", "action": "recall-closure", "caseId": "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30", "outcome": "200", "subject": "nurse-7"}', '2026-11-26 12:05:15.846218+00');
INSERT INTO periop_access.mt_doc_accessentry_m202611 VALUES ('general', '01a217be-eff1-7ed2-af57-153fc6baaf97', '{"at": "2026-11-26T12:05:18.961969+00:00", "id": "01a217be-eff1-7ed2-af57-153fc6baaf97", "action": "implants", "outcome": "200", "subject": "nurse-7", "disclosed": {"count": 6, "caseIds": ["0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f60", "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30", "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f50", "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f40"]}}', '2026-11-26 12:05:18.961969+00');
INSERT INTO periop_access.mt_doc_accessentry_m202611 VALUES ('general', '01a21b37-e521-758b-ad95-f67f60f66e9c', '{"at": "2026-11-27T04:16:17.697724+00:00", "id": "01a21b37-e521-758b-ad95-f67f60f66e9c", "action": "schedule", "caseId": "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70", "outcome": "201", "subject": "developer", "patientRef": "p-30"}', '2026-11-27 04:16:17.697724+00');
INSERT INTO periop_access.mt_doc_accessentry_m202611 VALUES ('general', '01a21b37-e731-789d-aa9c-3a6436cfc104', '{"at": "2026-11-27T04:16:18.225986+00:00", "id": "01a21b37-e731-789d-aa9c-3a6436cfc104", "action": "room-entry", "caseId": "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70", "outcome": "200", "subject": "developer"}', '2026-11-27 04:16:18.225986+00');
INSERT INTO periop_access.mt_doc_accessentry_m202611 VALUES ('general', '01a21b37-e890-7610-83db-4d50147e954f', '{"at": "2026-11-27T04:16:18.576373+00:00", "id": "01a21b37-e890-7610-83db-4d50147e954f", "action": "anesthesia-start", "caseId": "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70", "outcome": "200", "subject": "developer"}', '2026-11-27 04:16:18.576373+00');
INSERT INTO periop_access.mt_doc_accessentry_m202611 VALUES ('general', '01a21b37-e8d9-7015-b5ec-42db791511e3', '{"at": "2026-11-27T04:16:18.649374+00:00", "id": "01a21b37-e8d9-7015-b5ec-42db791511e3", "action": "safety-checks", "caseId": "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70", "outcome": "200", "subject": "developer"}', '2026-11-27 04:16:18.649374+00');
INSERT INTO periop_access.mt_doc_accessentry_m202611 VALUES ('general', '01a21b37-e953-7991-8ee4-de127210cdab', '{"at": "2026-11-27T04:16:18.771371+00:00", "id": "01a21b37-e953-7991-8ee4-de127210cdab", "action": "induction", "caseId": "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70", "outcome": "200", "subject": "developer"}', '2026-11-27 04:16:18.771371+00');
INSERT INTO periop_access.mt_doc_accessentry_m202611 VALUES ('general', '01a21b37-e9d7-72f5-bec5-0c4677d45bba', '{"at": "2026-11-27T04:16:18.903767+00:00", "id": "01a21b37-e9d7-72f5-bec5-0c4677d45bba", "action": "position", "caseId": "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70", "outcome": "200", "subject": "developer"}', '2026-11-27 04:16:18.903767+00');
INSERT INTO periop_access.mt_doc_accessentry_m202611 VALUES ('general', '01a21b37-ea4a-7c6c-b138-c2e882e406b1', '{"at": "2026-11-27T04:16:19.01843+00:00", "id": "01a21b37-ea4a-7c6c-b138-c2e882e406b1", "action": "skin-prep", "caseId": "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70", "outcome": "200", "subject": "developer"}', '2026-11-27 04:16:19.01843+00');
INSERT INTO periop_access.mt_doc_accessentry_m202611 VALUES ('general', '01a21b37-eacf-725d-82fa-c51bf9e0f035', '{"at": "2026-11-27T04:16:19.151178+00:00", "id": "01a21b37-eacf-725d-82fa-c51bf9e0f035", "action": "safety-checks", "caseId": "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70", "outcome": "200", "subject": "developer"}', '2026-11-27 04:16:19.151178+00');
INSERT INTO periop_access.mt_doc_accessentry_m202611 VALUES ('general', '01a21b37-eb16-7574-a08d-22afe8b8dfc1', '{"at": "2026-11-27T04:16:19.222951+00:00", "id": "01a21b37-eb16-7574-a08d-22afe8b8dfc1", "action": "incision", "caseId": "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70", "outcome": "200", "subject": "developer"}', '2026-11-27 04:16:19.222951+00');
INSERT INTO periop_access.mt_doc_accessentry_m202611 VALUES ('general', '01a21b37-ec55-758c-9d2b-0d4e208dffd2', '{"at": "2026-11-27T04:16:19.54102+00:00", "id": "01a21b37-ec55-758c-9d2b-0d4e208dffd2", "action": "osteotomies", "caseId": "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70", "outcome": "200", "subject": "developer"}', '2026-11-27 04:16:19.54102+00');
INSERT INTO periop_access.mt_doc_accessentry_m202611 VALUES ('general', '01a21b37-ed85-7461-a688-225b44baaa1f', '{"at": "2026-11-27T04:16:19.845364+00:00", "id": "01a21b37-ed85-7461-a688-225b44baaa1f", "action": "hardware", "caseId": "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70", "outcome": "200", "subject": "developer"}', '2026-11-27 04:16:19.845364+00');
INSERT INTO periop_access.mt_doc_accessentry_m202611 VALUES ('general', '01a21b37-eec8-7068-9b4c-bcd7a3db1bf7', '{"at": "2026-11-27T04:16:20.168903+00:00", "id": "01a21b37-eec8-7068-9b4c-bcd7a3db1bf7", "action": "hardware-removals", "caseId": "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70", "outcome": "200", "subject": "developer"}', '2026-11-27 04:16:20.168903+00');
INSERT INTO periop_access.mt_doc_accessentry_m202611 VALUES ('general', '01a21b37-f02d-737f-870a-e27f06aca16e', '{"at": "2026-11-27T04:16:20.525399+00:00", "id": "01a21b37-f02d-737f-870a-e27f06aca16e", "action": "closure", "caseId": "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70", "outcome": "200", "subject": "developer"}', '2026-11-27 04:16:20.525399+00');
INSERT INTO periop_access.mt_doc_accessentry_m202611 VALUES ('general', '01a21b37-f129-7d59-b799-6c41ec9483ab', '{"at": "2026-11-27T04:16:20.777741+00:00", "id": "01a21b37-f129-7d59-b799-6c41ec9483ab", "action": "closure", "caseId": "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70", "outcome": "200", "subject": "developer"}', '2026-11-27 04:16:20.777741+00');
INSERT INTO periop_access.mt_doc_accessentry_m202611 VALUES ('general', '01a21b37-f182-7c93-a0cf-e6b39e73c033', '{"at": "2026-11-27T04:16:20.866345+00:00", "id": "01a21b37-f182-7c93-a0cf-e6b39e73c033", "action": "dressing", "caseId": "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70", "outcome": "200", "subject": "developer"}', '2026-11-27 04:16:20.866345+00');
INSERT INTO periop_access.mt_doc_accessentry_m202611 VALUES ('general', '01a21b37-f1f2-7a8a-8fe2-9ccddecd3294', '{"at": "2026-11-27T04:16:20.978047+00:00", "id": "01a21b37-f1f2-7a8a-8fe2-9ccddecd3294", "action": "safety-checks", "caseId": "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70", "outcome": "200", "subject": "developer"}', '2026-11-27 04:16:20.978047+00');
INSERT INTO periop_access.mt_doc_accessentry_m202611 VALUES ('general', '01a21b37-f24f-786c-a617-00abdad53ff7', '{"at": "2026-11-27T04:16:21.071142+00:00", "id": "01a21b37-f24f-786c-a617-00abdad53ff7", "action": "room-exit", "caseId": "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70", "outcome": "200", "subject": "developer"}', '2026-11-27 04:16:21.071142+00');
INSERT INTO periop_access.mt_doc_accessentry_m202611 VALUES ('general', '01a21b37-f29b-772f-a13a-ed661d39ab86', '{"at": "2026-11-27T04:16:21.147961+00:00", "id": "01a21b37-f29b-772f-a13a-ed661d39ab86", "action": "time-corrections", "caseId": "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70", "outcome": "200", "subject": "developer"}', '2026-11-27 04:16:21.147961+00');
INSERT INTO periop_access.mt_doc_accessentry_m202611 VALUES ('general', '01a21b38-0c25-7a83-ad58-8049aa9dc224', '{"at": "2026-11-27T04:16:27.685245+00:00", "id": "01a21b38-0c25-7a83-ad58-8049aa9dc224", "action": "deviations", "outcome": "200", "subject": "developer", "disclosed": {"count": 3, "caseIds": ["0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70"]}}', '2026-11-27 04:16:27.685245+00');
INSERT INTO periop_access.mt_doc_accessentry_m202611 VALUES ('general', '01a21b37-f306-72ff-81d0-cb2c7e65eeec', '{"at": "2026-11-27T04:16:21.254794+00:00", "id": "01a21b37-f306-72ff-81d0-cb2c7e65eeec", "action": "complications", "caseId": "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70", "outcome": "200", "subject": "developer"}', '2026-11-27 04:16:21.254794+00');
INSERT INTO periop_access.mt_doc_accessentry_m202611 VALUES ('general', '01a21b38-0fd4-7744-b519-437229d6d94f', '{"at": "2026-11-27T04:16:28.628727+00:00", "id": "01a21b38-0fd4-7744-b519-437229d6d94f", "action": "record-keeping", "outcome": "200", "subject": "developer", "question": {"metric": "prompt-recording"}, "disclosed": {"count": 13}}', '2026-11-27 04:16:28.628727+00');
INSERT INTO periop_access.protection_keys VALUES ('key-d165ef86-cd47-46db-9159-668cbf3ecf02', '<key id="d165ef86-cd47-46db-9159-668cbf3ecf02" version="1"><creationDate>2026-11-27T04:15:50.4880097Z</creationDate><activationDate>2026-11-27T04:15:50.4880097Z</activationDate><expirationDate>2027-02-25T04:15:50.4880097Z</expirationDate><descriptor deserializerType="Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel.AuthenticatedEncryptorDescriptorDeserializer, Microsoft.AspNetCore.DataProtection, Version=10.0.0.0, Culture=neutral, PublicKeyToken=adb9793829ddae60"><descriptor><encryption algorithm="AES_256_CBC" /><validation algorithm="HMACSHA256" /><masterKey p4:requiresEncryption="true" xmlns:p4="http://schemas.asp.net/2015/03/dataProtection"><!-- Warning: the key below is in an unencrypted form. --><value>96+7R2Tu7LyzCKaOAssKwkLUQex2njBUOLOoecrEvsw3JuWKnPwUdOsNc7vp3kYpiNbSsE8WLLEhat/I1UWO4Q==</value></masterKey></descriptor></descriptor></key>', '2026-11-27 04:15:50.591409+00');
INSERT INTO periop_events.mt_event_progression VALUES ('HighWaterStuckGap', 11, '2026-11-26 05:27:24.915143+00', 'none', 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO periop_events.mt_event_progression VALUES ('HighWaterAllocationFence', 107, '2026-11-27 04:17:30.978965+00', 'none', 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO periop_events.mt_event_progression VALUES ('HighWaterMark', 107, '2026-11-27 04:17:30.987515+00', 'none', 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO periop_events.mt_event_progression VALUES ('Register:V3:All', 107, '2026-11-27 04:16:21.849268+00', 'none', 0, 0, '2026-11-27 04:17:31.063378+00', 'Stopped', NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO periop_events.mt_event_progression VALUES ('Board:V2:All', 107, '2026-11-27 04:16:21.556956+00', 'none', 0, 0, '2026-11-27 04:17:31.073529+00', 'Stopped', NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO periop_events.mt_events_default VALUES (1, '11615cce-fea8-4b33-96a2-6d8d21b50618', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30', 1, '{"room": "OR-1", "source": "live", "content": "e778d96a9a5b99c81060d395e00964320d439074efcd9ed65aca3da684c0f2de", "entryId": "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30", "patientId": "8ed9411b-84eb-4e4e-85a8-ff023493f727", "procedure": {"grade": 3, "family": "spinal-osteotomy", "levels": ["L3"], "approach": "posterior"}, "caseNumber": "2026-0117", "occurredAt": "2026-11-26T05:27:21.803308+00:00"}', NULL, 'case_scheduled', '2026-11-26 05:27:21.803308+00', 'general', 'Periop.Domain.Cases.CaseScheduled, Periop.Domain', '89023e6163650a8cd9e5f480438836dc', '08df4b7d-f234-f444-42ce-a42339690000', NULL, 'nurse-1', false, false);
INSERT INTO periop_events.mt_events_default VALUES (2, '1f549062-1186-40ce-857b-4e79850807cc', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30', 2, '{"source": "live", "content": "f4b49191d572f65516a4d3f4fec1770969bc5ce6732c493bd80892809403c9b8", "entryId": "01a21652-9d1d-7647-8939-534db3542d8a", "occurredAt": "2026-11-26T05:27:22.666414+00:00"}', NULL, 'patient_entered_room', '2026-11-26 05:27:22.666414+00', 'general', 'Periop.Domain.Cases.PatientEnteredRoom, Periop.Domain', 'ec76996f960a7b04a25aa2b47b8e13bf', '08df4b7d-f2ce-c6b0-42ce-a42339690000', 'null', 'nurse-1', false, false);
INSERT INTO periop_events.mt_events_default VALUES (3, '18921242-cc2a-4d12-ad19-f29e0d5aaef8', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30', 3, '{"phase": "time-out", "source": "live", "content": "252a237e6e5d6dc7cb69065ed8c6c6050492ffb0980a54857a4606d67aa19d89", "entryId": "01a21652-a16d-7143-87a4-3b41893f0fa8", "occurredAt": "2026-11-26T05:27:23.76182+00:00"}', NULL, 'safety_check_completed', '2026-11-26 05:27:23.76182+00', 'general', 'Periop.Domain.Cases.SafetyCheckCompleted, Periop.Domain', '050d70cf958575ccf820bc33a4ed23ce', '08df4b7d-f377-4fae-42ce-a42339690000', 'null', 'nurse-1', false, false);
INSERT INTO periop_events.mt_events_default VALUES (4, 'ab88208f-adc2-4c37-9c88-43e54f6a07c2', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30', 4, '{"source": "live", "content": "c7dc0050785a8d2f70949738340910235ee47f90f2c40fade5d68aa92059dbf3", "entryId": "01a21652-a200-7689-bab2-294fc479ec8d", "occurredAt": "2026-11-26T05:27:23.929821+00:00"}', NULL, 'incision_made', '2026-11-26 05:27:23.929821+00', 'general', 'Periop.Domain.Cases.IncisionMade, Periop.Domain', 'b8af23922a2f5951a476dc95c81b7634', '08df4b7d-f38d-ae98-42ce-a42339690000', 'null', 'nurse-1', false, false);
INSERT INTO periop_events.mt_events_default VALUES (5, '5f07af75-fece-4825-ac01-68e0fc362736', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f40', 1, '{"room": "OR-1", "source": "live", "content": "4b767152f0dcd05f27203bfa814389dab1897048ced679aceaa2e2a11594b16d", "entryId": "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f40", "patientId": "45671ded-0bd2-47c9-b72a-404844ba816b", "procedure": {"grade": 3, "family": "spinal-osteotomy", "levels": ["L3"], "approach": "posterior"}, "caseNumber": "2026-0118", "occurredAt": "2026-11-26T05:27:24.076488+00:00"}', NULL, 'case_scheduled', '2026-11-26 05:27:24.076488+00', 'general', 'Periop.Domain.Cases.CaseScheduled, Periop.Domain', 'b5d931772d206418d194672879e5d972', '08df4b7d-f3a3-f80c-42ce-a42339690000', NULL, 'nurse-1', false, false);
INSERT INTO periop_events.mt_events_default VALUES (6, 'ecba1aab-e9d7-4e21-bfde-4782cc570bee', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f40', 2, '{"source": "live", "content": "f4b49191d572f65516a4d3f4fec1770969bc5ce6732c493bd80892809403c9b8", "entryId": "01a21652-a3e7-770f-95a3-a4941f9e2f71", "occurredAt": "2026-11-26T05:27:24.392402+00:00"}', NULL, 'patient_entered_room', '2026-11-26 05:27:24.392402+00', 'general', 'Periop.Domain.Cases.PatientEnteredRoom, Periop.Domain', 'bba1e968dfbf17337120eedf140c8b55', '08df4b7d-f3d8-0557-42ce-a42339690000', 'null', 'nurse-1', false, false);
INSERT INTO periop_events.mt_events_default VALUES (7, '6a2c6d24-5d45-49e1-865e-aa9e194f94a4', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f40', 3, '{"phase": "time-out", "source": "live", "content": "252a237e6e5d6dc7cb69065ed8c6c6050492ffb0980a54857a4606d67aa19d89", "entryId": "01a21652-a411-7a70-ad92-bd2ec0354823", "occurredAt": "2026-11-26T05:27:24.446784+00:00"}', NULL, 'safety_check_completed', '2026-11-26 05:27:24.446784+00', 'general', 'Periop.Domain.Cases.SafetyCheckCompleted, Periop.Domain', '792db91ed56f6a4c0b746ef1c991cd89', '08df4b7d-f3de-64ae-42ce-a42339690000', 'null', 'nurse-1', false, false);
INSERT INTO periop_events.mt_events_default VALUES (8, '99a4b1ee-841f-4f36-8d98-d3d39be1ae67', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f40', 4, '{"source": "live", "content": "c7dc0050785a8d2f70949738340910235ee47f90f2c40fade5d68aa92059dbf3", "entryId": "01a21652-a433-7cb2-bb85-b55f3f00a9a5", "occurredAt": "2026-11-26T05:27:24.469581+00:00"}', NULL, 'incision_made', '2026-11-26 05:27:24.469581+00', 'general', 'Periop.Domain.Cases.IncisionMade, Periop.Domain', 'd54922c1320654b0d060b9c4003a4bd5', '08df4b7d-f3e3-8b5c-42ce-a42339690000', 'null', 'nurse-1', false, false);
INSERT INTO periop_events.mt_events_default VALUES (9, 'f4a2befd-0ec5-4614-af0c-f47096a3bae9', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f50', 1, '{"room": "OR-1", "source": "live", "content": "cbdc456f64595dc1bc1fe7ed1f012ded096267a471798a90e7a7181a873019f6", "entryId": "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f50", "patientId": "edc738da-497b-46ad-bb9f-0386918f7f0f", "procedure": {"grade": 3, "family": "spinal-osteotomy", "levels": ["L3"], "approach": "posterior"}, "caseNumber": "2026-0119", "occurredAt": "2026-11-26T05:27:24.487996+00:00"}', NULL, 'case_scheduled', '2026-11-26 05:27:24.487996+00', 'general', 'Periop.Domain.Cases.CaseScheduled, Periop.Domain', '1bbdf7c878bd3703d1b5dcf550aec125', '08df4b7d-f3e6-8f6e-42ce-a42339690000', NULL, 'nurse-1', false, false);
INSERT INTO periop_events.mt_events_default VALUES (10, '716e9b6f-e749-4b9e-a7a5-7dbb6c83e569', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f50', 2, '{"source": "live", "content": "f4b49191d572f65516a4d3f4fec1770969bc5ce6732c493bd80892809403c9b8", "entryId": "01a21652-a474-70a3-a4ba-86d4eefcf2b2", "occurredAt": "2026-11-26T05:27:24.533699+00:00"}', NULL, 'patient_entered_room', '2026-11-26 05:27:24.533699+00', 'general', 'Periop.Domain.Cases.PatientEnteredRoom, Periop.Domain', 'a3fe57e69cb2324ec2fd628c28122663', '08df4b7d-f3ed-7d4d-42ce-a42339690000', 'null', 'nurse-1', false, false);
INSERT INTO periop_events.mt_events_default VALUES (11, 'dfe1bb8d-a633-4bf8-bcdb-63ae898e9ff9', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f50', 3, '{"phase": "time-out", "source": "live", "content": "252a237e6e5d6dc7cb69065ed8c6c6050492ffb0980a54857a4606d67aa19d89", "entryId": "01a21652-a4b7-7aba-b640-77bea5e0fae2", "occurredAt": "2026-11-26T05:27:24.601038+00:00"}', NULL, 'safety_check_completed', '2026-11-26 05:27:24.601038+00', 'general', 'Periop.Domain.Cases.SafetyCheckCompleted, Periop.Domain', 'f5824f12f3859a360745fe5b513412b9', '08df4b7d-f3f7-cde5-42ce-a42339690000', 'null', 'nurse-1', false, false);
INSERT INTO periop_events.mt_events_default VALUES (12, '438b8eb8-00b6-4ad3-a39d-e73aeebafd6c', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f50', 4, '{"source": "live", "content": "c7dc0050785a8d2f70949738340910235ee47f90f2c40fade5d68aa92059dbf3", "entryId": "01a21652-a5b3-7a19-8f32-39c80a925f3e", "occurredAt": "2026-11-26T05:27:24.860923+00:00"}', NULL, 'incision_made', '2026-11-26 05:27:24.860923+00', 'general', 'Periop.Domain.Cases.IncisionMade, Periop.Domain', 'beacd9d39e0fc61a9818a4d87cfd9a2a', '08df4b7d-f41e-25d7-42ce-a42339690000', 'null', 'nurse-1', false, false);
INSERT INTO periop_events.mt_events_default VALUES (13, '616aa03d-a3f5-49e2-a996-071dc868e8ad', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30', 5, '{"udi": "(01)51022222233336(17)280707(10)a213b1(21)0017", "kind": "pedicle-screw", "side": "left", "levels": ["L3"], "source": "live", "content": "6834f058c668b57489f676be356a71f472b6c0f41ffcdbf30dc5880f7925ce93", "entryId": "0198d2f4-11a0-7d52-8c6f-2f7b90a1c3d1", "quantity": 1, "occurredAt": "2026-11-26T05:27:25.15133+00:00", "manufacturer": "Acme"}', NULL, 'hardware_placed', '2026-11-26 05:27:25.15133+00', 'general', 'Periop.Domain.Cases.HardwarePlaced, Periop.Domain', '2d42e9c4bf19f213fb4ae408c48f1dcd', '08df4b7d-f44a-5d7b-42ce-a42339690000', 'null', 'nurse-1', false, false);
INSERT INTO periop_events.mt_events_default VALUES (14, '2d166ba6-eb50-4114-ba72-45ccb8c9d122', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30', 6, '{"lot": "R 1", "kind": "rod", "levels": [], "source": "live", "content": "968c801f541f05ef8fe3ec073c18c29066868ee2f863ed8e82677347dbadef1e", "entryId": "0198d2f4-11a0-7d52-8c6f-2f7b90a1c3d2", "quantity": 1, "reference": "R-5", "occurredAt": "2026-11-26T05:27:25.233574+00:00"}', NULL, 'hardware_placed', '2026-11-26 05:27:25.233574+00', 'general', 'Periop.Domain.Cases.HardwarePlaced, Periop.Domain', '92516bfba54404cae91b75da4694a942', '08df4b7d-f458-31b4-42ce-a42339690000', 'null', 'nurse-1', false, false);
INSERT INTO periop_events.mt_events_default VALUES (95, 'aac2e414-d2a3-4999-b583-0920d891a0ca', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70', 7, '{"source": "live", "content": "440603a153c2e95766f05ef99df9aa963f298c67d885452240dd508e2edf4e64", "entryId": "01a21b37-ea4a-7934-a595-9523fa439507", "occurredAt": "2026-11-27T04:16:19.041335+00:00"}', NULL, 'skin_prepared', '2026-11-27 04:16:19.041335+00', 'general', 'Periop.Domain.Cases.SkinPrepared, Periop.Domain', '05381945fbcc23e9fa0660642f904157', '08df4c3d-2fe5-7d31-4e93-0d9d96970000', 'null', 'developer', false, false);
INSERT INTO periop_events.mt_events_default VALUES (15, '7e3ec4a2-4646-4508-be04-9fe70fe4a35c', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f40', 5, '{"udi": "(01)51022222233336(10)B2(21)0017", "kind": "pedicle-screw", "levels": [], "source": "live", "content": "9154e3c5609f9d91991b4dba3fba938bd95067213dbb6310d8cce1b07285b0e0", "entryId": "0198d2f4-11a0-7d52-8c6f-2f7b90a1c3d3", "quantity": 1, "occurredAt": "2026-11-26T05:27:25.288837+00:00", "manufacturer": "Acme"}', NULL, 'hardware_placed', '2026-11-26 05:27:25.288837+00', 'general', 'Periop.Domain.Cases.HardwarePlaced, Periop.Domain', '5a288dca83cf37e182d654fc94647613', '08df4b7d-f460-4d08-42ce-a42339690000', 'null', 'nurse-1', false, false);
INSERT INTO periop_events.mt_events_default VALUES (18, '166007b0-1f64-4be8-903e-dc7f9823fe36', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30', 8, '{"code": "malposition", "source": "live", "content": "b1660a3338e208c1628ee488b5ce4b9381482f5b0a6d84edc4f470c425250d30", "entryId": "01a21652-a856-79b2-9016-34d7121a3b23", "occurredAt": "2026-11-26T05:27:25.527413+00:00", "targetEntryId": "0198d2f4-11a0-7d52-8c6f-2f7b90a1c3d2"}', NULL, 'hardware_removed', '2026-11-26 05:27:25.527413+00', 'general', 'Periop.Domain.Cases.HardwareRemoved, Periop.Domain', '173967a0a0f869b13cd8c02a872f9d38', '08df4b7d-f485-286c-42ce-a42339690000', 'null', 'nurse-1', false, false);
INSERT INTO periop_events.mt_events_default VALUES (16, '057b31a9-4431-4cd1-aa26-8bd9357c92b0', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f50', 5, '{"udi": "+H123PARTNO1234567890120/$$420020216LOTA213B1/S1", "kind": "cage", "levels": [], "source": "live", "content": "d4857c577664558a8483089d97bbf7f3f1148fa9a347297ad5a3087cab8327d8", "entryId": "0198d2f4-11a0-7d52-8c6f-2f7b90a1c3d4", "quantity": 1, "occurredAt": "2026-11-26T05:27:25.32316+00:00"}', NULL, 'hardware_placed', '2026-11-26 05:27:25.32316+00', 'general', 'Periop.Domain.Cases.HardwarePlaced, Periop.Domain', '51ad93b9d8d14dd9b86d4653ca5ad141', '08df4b7d-f465-c67e-42ce-a42339690000', 'null', 'nurse-1', false, false);
INSERT INTO periop_events.mt_events_default VALUES (17, 'a78ccdc2-4896-46ba-a729-8f1242709a84', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30', 7, '{"lot": "W1", "code": "wrong-size", "kind": "rod", "levels": [], "source": "live", "content": "07b116b3ef46d0408fa56d23ea233139faa575834a3050fb076ed1ed0a499cdb", "entryId": "01a21652-a802-78b3-bef5-cff7191b7fa7", "quantity": 1, "occurredAt": "2026-11-26T05:27:25.446403+00:00"}', NULL, 'hardware_wasted', '2026-11-26 05:27:25.446403+00', 'general', 'Periop.Domain.Cases.HardwareWasted, Periop.Domain', '6f708fea4f1838291476b7b7a398dcca', '08df4b7d-f478-5746-42ce-a42339690000', 'null', 'nurse-1', false, false);
INSERT INTO periop_events.mt_events_default VALUES (19, '99e85f9d-5680-482c-b500-ae7208f1c5da', '01a21652-a884-770b-a44b-4643a75cf51d', 1, '{"lot": "A213B1", "gtin": "51022222233336", "content": "c9c4c5a1eeca4928905b286bdaa76e7b6b2f33288dfc8837cfdbd3bbfc0e46f9", "recallId": "01a21652-a884-770b-a44b-4643a75cf51d", "reference": "FSCA-2026-014"}', NULL, 'recall_announced', '2026-11-26 05:27:25.572891+00', 'general', 'Periop.Domain.Implants.Recalls.RecallAnnounced, Periop.Domain', '3499c96da86b9a6dad85776db70577d3', NULL, NULL, 'nurse-1', false, false);
INSERT INTO periop_events.mt_events_default VALUES (20, 'bb6f0812-b21c-4648-a62e-b11a155d32aa', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f60', 1, '{"room": "OR 1", "source": "live", "content": "d6c89491e7e1cad98a0d7e4ef1433b1922db4206122bda799b8bc420804c46a8", "entryId": "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f60", "surgeon": "surgeon-1", "patientId": "8103c17b-8b53-4a9e-be05-cd6d4432d2d4", "procedure": {"family": "spinal-osteotomy", "levels": ["L3"]}, "caseNumber": "2026/0120", "occurredAt": "2026-11-26T12:05:15.321157+00:00", "roomUnknown": true}', NULL, 'case_scheduled', '2026-11-26 12:05:15.321157+00', 'general', 'Periop.Domain.Cases.CaseScheduled, Periop.Domain', '07a4f3b8a99e3daa9b170a361f1f02f3', '08df4bb5-8803-5436-321d-dc90c8940000', NULL, 'nurse-7', false, false);
INSERT INTO periop_events.mt_events_default VALUES (21, '47dc7b23-ddc1-4b31-80d3-713a47e3b394', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f60', 2, '{"source": "live", "content": "f4b49191d572f65516a4d3f4fec1770969bc5ce6732c493bd80892809403c9b8", "entryId": "01a217be-e22a-7883-8afd-a7296d30e03b", "occurredAt": "2026-11-26T12:05:15.435201+00:00"}', NULL, 'patient_entered_room', '2026-11-26 12:05:15.435201+00', 'general', 'Periop.Domain.Cases.PatientEnteredRoom, Periop.Domain', '181a746a5f85b894b20a332639f94fc5', '08df4bb5-8818-120e-321d-dc90c8940000', 'null', 'nurse-7', false, false);
INSERT INTO periop_events.mt_events_default VALUES (22, '38514864-8aa1-4f74-b06a-bedc1020c08f', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f60', 3, '{"phase": "time-out", "source": "live", "content": "252a237e6e5d6dc7cb69065ed8c6c6050492ffb0980a54857a4606d67aa19d89", "entryId": "01a217be-e264-7c1e-8838-c49b1f0c0c31", "occurredAt": "2026-11-26T12:05:15.493706+00:00"}', NULL, 'safety_check_completed', '2026-11-26 12:05:15.493706+00', 'general', 'Periop.Domain.Cases.SafetyCheckCompleted, Periop.Domain', 'efed658c0ef116b889fa171f780be168', '08df4bb5-8820-fc8d-321d-dc90c8940000', 'null', 'nurse-7', false, false);
INSERT INTO periop_events.mt_events_default VALUES (23, 'a1876f45-281f-4ca7-8674-de3fa2838a12', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f60', 4, '{"source": "live", "content": "c7dc0050785a8d2f70949738340910235ee47f90f2c40fade5d68aa92059dbf3", "entryId": "0198d2f4-11a0-7d52-8c6f-2f7b90a1c3e1", "occurredAt": "2026-11-26T12:05:15.541828+00:00"}', NULL, 'incision_made', '2026-11-26 12:05:15.541828+00', 'general', 'Periop.Domain.Cases.IncisionMade, Periop.Domain', 'a58d373e03a4099b0cae176168644e3a', '08df4bb5-8828-4704-321d-dc90c8940000', 'null', 'nurse-7', false, false);
INSERT INTO periop_events.mt_events_default VALUES (24, '107ae88d-0f06-488a-b08f-fc2dc49a4c73', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f60', 5, '{"lot": "l 9", "kind": "rod", "side": "left", "levels": [], "source": "live", "content": "12029569f8ae726da05d7d81b013f6c2a04def519e8d0dceeae428f1221727a7", "entryId": "0198d2f4-11a0-7d52-8c6f-2f7b90a1c3e2", "quantity": 2, "reference": "R-5", "occurredAt": "2026-11-26T12:05:15.577742+00:00", "manufacturer": "Acme"}', NULL, 'hardware_placed', '2026-11-26 12:05:15.577742+00', 'general', 'Periop.Domain.Cases.HardwarePlaced, Periop.Domain', '1128f0b2b6b3f62870386da26eac4c64', '08df4bb5-882d-ce80-321d-dc90c8940000', 'null', 'nurse-7', false, false);
INSERT INTO periop_events.mt_events_default VALUES (25, 'd916465f-1eb7-44dd-8fdd-db39cdb9da2a', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f60', 6, '{"code": "loosened", "source": "live", "content": "086cd67bb8375d56be46557d6b4bb275c6ccae68fd99a6674af5297308b353aa", "entryId": "01a217be-e2e3-7bf8-bd3e-63d67aa2c2d8", "quantity": 1, "occurredAt": "2026-11-26T12:05:15.621783+00:00", "targetEntryId": "0198d2f4-11a0-7d52-8c6f-2f7b90a1c3e2"}', NULL, 'hardware_removed_v2', '2026-11-26 12:05:15.621783+00', 'general', 'hardware_removed_v2', 'f36918edea42ec5d05c706f9f8268cb4', '08df4bb5-8834-62d3-321d-dc90c8940000', 'null', 'nurse-7', false, false);
INSERT INTO periop_events.mt_events_default VALUES (26, '7d4b6915-6af7-4713-b538-4e65df9045f8', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f60', 7, '{"reason": "read off the monitor", "source": "live", "content": "9c4e39383a679bb1f19d82005468bf3218ccaf779d61a917f6b306016a0b4113", "entryId": "01a217be-e312-7256-b654-4faaad57258f", "occurredAt": "2026-11-26T12:05:15.669545+00:00", "correctedTo": "2026-11-26T11:50:00+00:00", "targetEntryId": "0198d2f4-11a0-7d52-8c6f-2f7b90a1c3e1"}', NULL, 'time_corrected', '2026-11-26 12:05:15.669545+00', 'general', 'Periop.Domain.Cases.TimeCorrected, Periop.Domain', '7d2821f36550117783587dcccfb89bf8', '08df4bb5-883b-8e7a-321d-dc90c8940000', 'null', 'nurse-7', false, false);
INSERT INTO periop_events.mt_events_default VALUES (27, '98f78484-eeec-4320-b000-e73e8a3250e7', '01a217be-e349-74eb-adee-5ec1fb87c3f7', 1, '{"lots": ["L9", "L10"], "notice": "N-7", "content": "9e3846ca6d033190d47f909c4970facf0e47260f6f960aa165c35fa5dbea388d", "serials": [], "recallId": "01a217be-e349-74eb-adee-5ec1fb87c3f7", "reference": "R-5"}', NULL, 'recall_announced_v2', '2026-11-26 12:05:15.813939+00', 'general', 'recall_announced_v2', '43b4be1cf1b0545d63370dfaa1242f51', '08df4bb5-884f-4a1b-321d-dc90c8940000', NULL, 'nurse-7', false, false);
INSERT INTO periop_events.mt_events_default VALUES (28, '98e2c5fb-6ffc-4afe-b3a1-e9a958c09d88', '01a21652-a884-770b-a44b-4643a75cf51d', 2, '{"caseId": "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30", "reason": "by telephone", "content": "6188ece2d5e99fd1bcc1584bc77b331f582f6a059bbcf971263c75808dfeaee4", "entryId": "01a217be-e3c6-7056-a395-f81f1df07b25", "outcome": "informed"}', NULL, 'recall_case_closed', '2026-11-26 12:05:15.902633+00', 'general', 'Periop.Domain.Implants.Recalls.RecallCaseClosed, Periop.Domain', 'c5974ba628d0ba2374aef82a4afe33cc', '08df4bb5-885c-cc48-321d-dc90c8940000', 'null', 'nurse-7', false, false);
INSERT INTO periop_events.mt_events_default VALUES (96, 'bdaa981e-757e-41bf-9269-0ada574128f9', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70', 8, '{"phase": "time-out", "source": "live", "content": "252a237e6e5d6dc7cb69065ed8c6c6050492ffb0980a54857a4606d67aa19d89", "entryId": "01a21b37-eacf-7b19-b3e2-c8de67311faf", "occurredAt": "2026-11-27T04:16:19.15948+00:00"}', NULL, 'safety_check_completed', '2026-11-27 04:16:19.15948+00', 'general', 'Periop.Domain.Cases.SafetyCheckCompleted, Periop.Domain', 'acf0043ea0639570115467eda9d7ea89', '08df4c3d-2ff9-be85-4e93-0d9d96970000', 'null', 'developer', false, false);
INSERT INTO periop_events.mt_events_default VALUES (29, 'bf6a0014-46af-4eb9-a2dd-a7821ba20c15', '1ff95db8-fbff-513c-81ef-32bd477fd46a', 1, '{"content": "882650d18d04d5722e5ba86b3a22f574bd3375cccd76bff774b8ececb3ca4b69", "shipped": true, "definition": {"id": "blood-clots", "kind": "blood-clots", "grace": 30, "title": "Any blood clot within 30 days", "anchor": "first-incision", "review": "not-required", "source": "VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it: deep-vein thrombosis (2014), pulmonary embolism (2007).", "window": {"days": 30}, "version": 1, "criteria": [{"id": "member", "text": "A deep-vein thrombosis or a pulmonary embolism, each by its own definition of the same version. A case counts once."}], "evidence": "assessment", "denominator": "without-died"}}', NULL, 'definition_published', '2026-11-27 04:15:50.071175+00', 'general', 'Periop.Domain.Outcomes.DefinitionPublished, Periop.Domain', NULL, NULL, NULL, 'periop', false, false);
INSERT INTO periop_events.mt_events_default VALUES (30, '7b8bfb8f-d1be-4ce3-beb4-85b3bad95e5e', 'a0bef899-66d4-5d16-be15-c46aa016ecbc', 1, '{"content": "20fb5a1bd92b1dc6d96a23e24a4fd28f020931576d56089d1cf31f269bde1d56", "shipped": true, "definition": {"id": "blood-loss", "kind": "blood-loss", "grace": 30, "title": "Bleeding: 5 units of red cells within 72 hours of leaving the room", "anchor": "room-exit", "review": "not-required", "source": "VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it (2004). Periop counts the units of red cells whose time is in the window. The other two criteria are for whoever reports it as a complication.", "window": {"hours": 72}, "measure": {"products": ["red-cells", "red-blood-cells", "packed-red-cells", "packed-red-blood-cells", "packed-cells", "packed-rbc", "prbc", "prbcs", "rbc", "rbcs", "rcc", "red-cell-concentrate", "red-cell-concentrates", "erythrocytes", "erythrocyte-concentrate", "erythrocyte-concentrates", "leukoreduced-red-cells", "leukocyte-reduced-red-cells", "leucodepleted-red-cells", "washed-red-cells", "irradiated-red-cells", "leukoreduced-red-blood-cells", "washed-red-blood-cells", "irradiated-red-blood-cells", "whole-blood", "erythrozytenkonzentrat", "erythrozytenkonzentrate", "concentré-érythrocytaire", "concentré-de-globules-rouges", "concentrato-eritrocitario", "emazie-concentrate", "concentrado-de-hematíes"], "atLeastUnits": 5}, "version": 1, "criteria": [{"id": "transfused", "text": "At least 5 units of red cells from leaving the operating room to 72 hours later."}, {"id": "hung-in-room", "text": "Units that were hung in the operating room and finished outside it count."}, {"id": "autologous", "text": "Shed, autologous and cell-saver blood counts when it is more than 4 units."}], "evidence": "discharged", "denominator": "without-died"}}', NULL, 'definition_published', '2026-11-27 04:15:50.079041+00', 'general', 'Periop.Domain.Outcomes.DefinitionPublished, Periop.Domain', NULL, NULL, NULL, 'periop', false, false);
INSERT INTO periop_events.mt_events_default VALUES (31, 'b507db1b-f3c5-445a-963d-4acaa8c3afb4', '23fd558d-f592-52e6-8359-cf2fdd795c60', 1, '{"content": "a246981074ed63f48e89c1fb6e72ffe87d3d458b0e14c87ea93ba88fbecb2b5f", "shipped": true, "definition": {"id": "blood-loss", "kind": "blood-loss", "grace": 30, "title": "Bleeding: a unit of red cells within 72 hours of the incision", "anchor": "first-incision", "review": "not-required", "source": "After NSQIP (National Surgical Quality Improvement Program of the American College of Surgeons). Counted here are 72 hours from the first incision. To be confirmed: the threshold of 1 unit, and whether the registry counts the 72 hours from the start or from the end of surgery.", "window": {"hours": 72}, "measure": {"products": ["red-cells", "red-blood-cells", "packed-red-cells", "packed-red-blood-cells", "packed-cells", "packed-rbc", "prbc", "prbcs", "rbc", "rbcs", "rcc", "red-cell-concentrate", "red-cell-concentrates", "erythrocytes", "erythrocyte-concentrate", "erythrocyte-concentrates", "leukoreduced-red-cells", "leukocyte-reduced-red-cells", "leucodepleted-red-cells", "washed-red-cells", "irradiated-red-cells", "leukoreduced-red-blood-cells", "washed-red-blood-cells", "irradiated-red-blood-cells", "whole-blood", "erythrozytenkonzentrat", "erythrozytenkonzentrate", "concentré-érythrocytaire", "concentré-de-globules-rouges", "concentrato-eritrocitario", "emazie-concentrate", "concentrado-de-hematíes"], "atLeastUnits": 1}, "version": 2, "criteria": [{"id": "transfused", "text": "At least 1 unit of red cells from the start of surgery to 72 hours."}], "evidence": "discharged", "denominator": "without-died"}}', NULL, 'definition_published', '2026-11-27 04:15:50.079421+00', 'general', 'Periop.Domain.Outcomes.DefinitionPublished, Periop.Domain', NULL, NULL, NULL, 'periop', false, false);
INSERT INTO periop_events.mt_events_default VALUES (32, '184e2873-7d10-4a7c-bb97-c563a59c7f0c', '4b6f8daf-a5e8-5da4-a333-ad8df538c1ba', 1, '{"content": "bb0f74edc71276a12bf14bc4356cc9fe9461fd0a5bd11d2010c81895c5e71fbb", "shipped": true, "definition": {"id": "chronic-pain", "kind": "chronic-pain", "grace": 60, "title": "Chronic pain after surgery, within a year", "anchor": "first-incision", "review": "not-required", "source": "After chronic post-surgical pain in ICD-11. Nobody can tell before 3 months have passed: what is found absent from day 90 on counts at the close, and what is first reported within the year counts, too. The year is Periop''s own. To be confirmed: the wording of ICD-11.", "window": {"days": 365}, "version": 1, "criteria": [{"id": "three-months", "text": "Pain that began or became worse after the operation and lasts at least 3 months from it. Earlier pain is none of it."}, {"id": "site", "text": "At the site of the operation, or where its nerves lead."}, {"id": "not-else", "text": "Not explained otherwise, such as by an infection or the former illness."}, {"id": "score", "text": "Score and site are recorded."}], "evidence": "assessment", "denominator": "without-died", "assessedFrom": 90}}', NULL, 'definition_published', '2026-11-27 04:15:50.079564+00', 'general', 'Periop.Domain.Outcomes.DefinitionPublished, Periop.Domain', NULL, NULL, NULL, 'periop', false, false);
INSERT INTO periop_events.mt_events_default VALUES (33, '514ff950-77ff-449d-84a6-5d814f701490', 'fca707eb-8620-5052-99a3-8744cffd6a09', 1, '{"content": "ac0850f65c483a080efb404e804c6fd0b149146ccb6bb4da8fb9f1be94d54da0", "shipped": true, "definition": {"id": "death", "kind": "death", "grace": 30, "title": "Death within 30 days", "anchor": "first-incision", "review": "not-required", "source": "Any cause, counted from the first incision. Deaths in hospital, within 30 days and within 90 are reported apart; this version has 30 days.", "window": {"days": 30}, "version": 1, "criteria": [{"id": "any-cause", "text": "Dead, for whatever reason and wherever."}], "evidence": "seen-alive-after-close", "denominator": "without-died"}}', NULL, 'definition_published', '2026-11-27 04:15:50.079584+00', 'general', 'Periop.Domain.Outcomes.DefinitionPublished, Periop.Domain', NULL, NULL, NULL, 'periop', false, false);
INSERT INTO periop_events.mt_events_default VALUES (34, '040fc56d-c9c6-48e5-a1bd-cf32562ec49a', '2dddc0d4-ff1f-5e45-9dae-a5a4347e92fe', 1, '{"content": "37704c294724be1f444188cf1930d20f50e703a3abf885e18ad1034467262416", "shipped": true, "definition": {"id": "death", "kind": "death", "grace": 30, "title": "Death within 90 days", "anchor": "first-incision", "review": "not-required", "source": "Any cause, counted from the first incision. Deaths in hospital, within 30 days and within 90 are reported apart; this version has 90 days.", "window": {"days": 90}, "version": 2, "criteria": [{"id": "any-cause", "text": "Dead, for whatever reason and wherever."}], "evidence": "seen-alive-after-close", "denominator": "without-died"}}', NULL, 'definition_published', '2026-11-27 04:15:50.079596+00', 'general', 'Periop.Domain.Outcomes.DefinitionPublished, Periop.Domain', NULL, NULL, NULL, 'periop', false, false);
INSERT INTO periop_events.mt_events_default VALUES (35, '14cddde4-0c5f-4959-b9c4-ee4593ed6dc3', 'fc3ab561-991f-5816-bff7-0b41fd2567a2', 1, '{"content": "d0d87460e82f19e56cac94eb2217a67aab957ddc5970c27260ab7ccd15a92bd3", "shipped": true, "definition": {"id": "deep-vein-thrombosis", "kind": "deep-vein-thrombosis", "grace": 30, "title": "Deep-vein thrombosis within 30 days", "anchor": "first-incision", "review": "not-required", "source": "VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it (2014).", "window": {"days": 30}, "version": 1, "criteria": [{"id": "new", "text": "New since the operation."}, {"id": "imaging", "text": "Confirmed by imaging."}, {"id": "treated", "text": "Treated, or treatment was recommended: anticoagulation, a filter or a clip."}], "evidence": "assessment", "denominator": "without-died"}}', NULL, 'definition_published', '2026-11-27 04:15:50.079609+00', 'general', 'Periop.Domain.Outcomes.DefinitionPublished, Periop.Domain', NULL, NULL, NULL, 'periop', false, false);
INSERT INTO periop_events.mt_events_default VALUES (36, '8efbdc8b-8bc2-47ae-8b5d-2eba54bf65c7', '806c1a81-1f8d-5df3-b8e6-d2c56a9f6f65', 1, '{"content": "903f1a199c27457677807dbc7d6a42cd6a58a7404a1a6e3f3fc87425698705dd", "shipped": true, "definition": {"id": "dural-tear", "kind": "dural-tear", "grace": 30, "title": "Dural tear, at surgery or within 30 days", "anchor": "first-incision", "review": "not-required", "source": "Periop''s own: no written definition of a registry was at hand.", "window": {"days": 30}, "version": 1, "criteria": [{"id": "seen", "text": "Seen at surgery, or found later by its leak."}, {"id": "repair", "text": "How it was repaired is recorded."}, {"id": "not-intended", "text": "A durotomy that was intended is none."}], "evidence": "assessment", "denominator": "without-died"}}', NULL, 'definition_published', '2026-11-27 04:15:50.079633+00', 'general', 'Periop.Domain.Outcomes.DefinitionPublished, Periop.Domain', NULL, NULL, NULL, 'periop', false, false);
INSERT INTO periop_events.mt_events_default VALUES (37, 'fea796cb-f3ef-4a53-bc64-5adeb7a78db6', '60f27f09-9fc5-5c0c-91e3-8231518e47ce', 1, '{"content": "07c3584d4c2ba77ba24a832a6ddc37e2c39539947d1bc22e93b943f0c7f2ad55", "shipped": true, "definition": {"id": "hardware-failure", "kind": "hardware-failure", "grace": 30, "title": "Hardware failure with reintervention within 30 days", "anchor": "first-incision", "review": "not-required", "source": "VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it, graft or prosthesis failure (2015).", "window": {"days": 30}, "version": 1, "criteria": [{"id": "failed", "text": "Graft, prosthesis or implant failed, for a mechanical reason or an infection."}, {"id": "reintervention", "text": "It took a return to the operating room or an intervention under imaging."}], "evidence": "assessment", "denominator": "without-died"}}', NULL, 'definition_published', '2026-11-27 04:15:50.079646+00', 'general', 'Periop.Domain.Outcomes.DefinitionPublished, Periop.Domain', NULL, NULL, NULL, 'periop', false, false);
INSERT INTO periop_events.mt_events_default VALUES (38, '52cda338-222d-4a0e-b78b-5e6de3baa16d', '9539913d-34bc-506d-bc8f-ac079e0c4249', 1, '{"content": "568059b91af141af799e913772c9b18256ce3f7ea22d305fcb84329f038dae72", "shipped": true, "definition": {"id": "hardware-failure", "kind": "hardware-failure", "grace": 60, "title": "Hardware failure within 24 months", "anchor": "first-incision", "review": "not-required", "source": "Periop''s own for the spine: what images show in 24 months. What is found absent from day 660 on counts at the close.", "window": {"days": 730}, "version": 2, "criteria": [{"id": "breakage", "text": "A rod, screw or other implant is broken on an image."}, {"id": "loosening", "text": "Or loose: lucency around it, or motion."}, {"id": "pull-out", "text": "Or pulled out or displaced."}, {"id": "without-reoperation", "text": "It counts with or without a reoperation."}], "evidence": "assessment", "denominator": "without-died", "assessedFrom": 660}}', NULL, 'definition_published', '2026-11-27 04:15:50.079671+00', 'general', 'Periop.Domain.Outcomes.DefinitionPublished, Periop.Domain', NULL, NULL, NULL, 'periop', false, false);
INSERT INTO periop_events.mt_events_default VALUES (39, 'fbbd822a-aece-445c-9228-320f9d39aa7c', 'fc3822a1-bb10-5436-a3b5-36e856e9772d', 1, '{"content": "d56fa027317abb360109ca58dbfc95d135bb928dc0e4125b4b01eb22e0881b02", "shipped": true, "definition": {"id": "infection", "kind": "infection", "grace": 30, "title": "Any surgical site infection within 30 days", "anchor": "first-incision", "review": "not-required", "source": "VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it: superficial (2004), deep, organ or space (2015).", "window": {"days": 30}, "version": 1, "criteria": [{"id": "member", "text": "A superficial, deep, or organ or space infection, each by its own definition of the same version. A case counts once."}], "evidence": "assessment", "denominator": "without-died"}}', NULL, 'definition_published', '2026-11-27 04:15:50.079685+00', 'general', 'Periop.Domain.Outcomes.DefinitionPublished, Periop.Domain', NULL, NULL, NULL, 'periop', false, false);
INSERT INTO periop_events.mt_events_default VALUES (40, '512b1a1c-e6a8-4e53-a6b7-308393783a5a', '7ea77e63-19af-59cc-b9cd-31a4f4858dfb', 1, '{"content": "49daad383ac0fc2f470b59244c2a13e193cebb8faf6f1950996df6924553c74b", "shipped": true, "definition": {"id": "infection", "kind": "infection", "grace": 30, "title": "Any surgical site infection within 90 days", "anchor": "first-incision", "review": "not-required", "source": "Criteria: VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it: superficial (2004), deep, organ or space (2015). Window: 90 days. To be confirmed: that NHSN (National Healthcare Safety Network) follows spinal fusions for 90 days, and laminectomies for 30.", "window": {"days": 90}, "version": 2, "criteria": [{"id": "member", "text": "A superficial, deep, or organ or space infection, each by its own definition of the same version. A case counts once."}], "evidence": "assessment", "denominator": "without-died"}}', NULL, 'definition_published', '2026-11-27 04:15:50.079704+00', 'general', 'Periop.Domain.Outcomes.DefinitionPublished, Periop.Domain', NULL, NULL, NULL, 'periop', false, false);
INSERT INTO periop_events.mt_events_default VALUES (41, '1b82563f-c2e4-4177-8bb9-ae779b2acb73', 'fa3dd2bf-7294-526f-be67-f22a2b7f5c33', 1, '{"content": "6cbb0a7b31da0576c362ad4df3d0fc8f7c590ff1616587964f7bb57121cdb907", "shipped": true, "definition": {"id": "infection-deep", "kind": "infection-deep", "grace": 30, "title": "Deep infection within 30 days", "anchor": "first-incision", "review": "not-required", "source": "VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it (2015).", "window": {"days": 30}, "version": 1, "criteria": [{"id": "pus", "text": "Pus from the deep incision."}, {"id": "dehiscence", "text": "The deep incision came apart or was opened on purpose, with fever above 38 °C, pain or tenderness; not when the culture was negative."}, {"id": "abscess", "text": "An abscess."}, {"id": "diagnosis", "text": "Diagnosed as a deep infection by a physician."}, {"id": "not-else", "text": "Fascia or muscle of the incision."}], "evidence": "assessment", "denominator": "without-died"}}', NULL, 'definition_published', '2026-11-27 04:15:50.079721+00', 'general', 'Periop.Domain.Outcomes.DefinitionPublished, Periop.Domain', NULL, NULL, NULL, 'periop', false, false);
INSERT INTO periop_events.mt_events_default VALUES (97, '4175492e-fb8d-4fee-ba1b-db7650df2916', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70', 9, '{"source": "live", "content": "c7dc0050785a8d2f70949738340910235ee47f90f2c40fade5d68aa92059dbf3", "entryId": "0198d2f4-11a0-7d52-8c6f-2f7b90a1c3f1", "occurredAt": "2026-11-27T04:16:19.224418+00:00"}', NULL, 'incision_made', '2026-11-27 04:16:19.224418+00', 'general', 'Periop.Domain.Cases.IncisionMade, Periop.Domain', '1d575a5269e56735fe9532c1b1899883', '08df4c3d-3004-b4a6-4e93-0d9d96970000', 'null', 'developer', false, false);
INSERT INTO periop_events.mt_events_default VALUES (101, '3004c045-9824-4ab1-b769-265fddeb1146', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70', 13, '{"method": "sutures", "source": "live", "content": "8eca7be489548cf838592491721808c143cad3d72b5759a44e8e17593f55df55", "entryId": "01a21b37-f02d-7b08-8722-7d1eee0e0cd3", "occurredAt": "2026-11-27T04:16:20.531337+00:00"}', NULL, 'wound_closed', '2026-11-27 04:16:20.531337+00', 'general', 'Periop.Domain.Cases.WoundClosed, Periop.Domain', 'bfc484bc2bef80d80b551d2a7d223f43', '08df4c3d-30cb-6f08-4e93-0d9d96970000', 'null', 'developer', false, false);
INSERT INTO periop_events.mt_events_default VALUES (42, '0eaa5bf6-31de-4aec-9abb-e9c0b08f7dbf', '1b8aefc2-8062-56e2-be07-b1f9c5128de1', 1, '{"content": "10690f94d522da92dddd85f0714cacb306005b82abe73a19ea8c061eec11d252", "shipped": true, "definition": {"id": "infection-deep", "kind": "infection-deep", "grace": 30, "title": "Deep infection within 90 days", "anchor": "first-incision", "review": "not-required", "source": "Criteria: VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it (2015). Window: 90 days. To be confirmed: that NHSN (National Healthcare Safety Network) follows spinal fusions for 90 days, and laminectomies for 30.", "window": {"days": 90}, "version": 2, "criteria": [{"id": "pus", "text": "Pus from the deep incision."}, {"id": "dehiscence", "text": "The deep incision came apart or was opened on purpose, with fever above 38 °C, pain or tenderness; not when the culture was negative."}, {"id": "abscess", "text": "An abscess."}, {"id": "diagnosis", "text": "Diagnosed as a deep infection by a physician."}, {"id": "not-else", "text": "Fascia or muscle of the incision."}], "evidence": "assessment", "denominator": "without-died"}}', NULL, 'definition_published', '2026-11-27 04:15:50.079738+00', 'general', 'Periop.Domain.Outcomes.DefinitionPublished, Periop.Domain', NULL, NULL, NULL, 'periop', false, false);
INSERT INTO periop_events.mt_events_default VALUES (43, 'd49adbfb-5e7f-483a-8dc8-1b8a31c8a85c', 'fc62af4d-70cf-593d-8a9d-bd7613c7d9b3', 1, '{"content": "0aff4a680ac26f65b0330e626c43927dc10eced0ec174778d700a6deaf1a8af4", "shipped": true, "definition": {"id": "infection-organ-space", "kind": "infection-organ-space", "grace": 30, "title": "Organ or space infection within 30 days", "anchor": "first-incision", "review": "not-required", "source": "VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it (2015).", "window": {"days": 30}, "version": 1, "criteria": [{"id": "drain", "text": "Pus from a drain."}, {"id": "organism", "text": "An organism from there."}, {"id": "abscess", "text": "An abscess."}, {"id": "diagnosis", "text": "Diagnosed as an infection of the organ or space by a physician."}, {"id": "not-else", "text": "Any part that was opened, other than the incision."}], "evidence": "assessment", "denominator": "without-died"}}', NULL, 'definition_published', '2026-11-27 04:15:50.079752+00', 'general', 'Periop.Domain.Outcomes.DefinitionPublished, Periop.Domain', NULL, NULL, NULL, 'periop', false, false);
INSERT INTO periop_events.mt_events_default VALUES (44, 'f24f2b77-2ac8-4103-9909-16b1e4935e43', 'fec0f9b1-3e88-5ee2-8a72-3080dbeec152', 1, '{"content": "a83a8564fb43126d2982a751303c2bc799e4b53036086262aa82eaf7d9b17fb8", "shipped": true, "definition": {"id": "infection-organ-space", "kind": "infection-organ-space", "grace": 30, "title": "Organ or space infection within 90 days", "anchor": "first-incision", "review": "not-required", "source": "Criteria: VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it (2015). Window: 90 days. To be confirmed: that NHSN (National Healthcare Safety Network) follows spinal fusions for 90 days, and laminectomies for 30.", "window": {"days": 90}, "version": 2, "criteria": [{"id": "drain", "text": "Pus from a drain."}, {"id": "organism", "text": "An organism from there."}, {"id": "abscess", "text": "An abscess."}, {"id": "diagnosis", "text": "Diagnosed as an infection of the organ or space by a physician."}, {"id": "not-else", "text": "Any part that was opened, other than the incision."}], "evidence": "assessment", "denominator": "without-died"}}', NULL, 'definition_published', '2026-11-27 04:15:50.079772+00', 'general', 'Periop.Domain.Outcomes.DefinitionPublished, Periop.Domain', NULL, NULL, NULL, 'periop', false, false);
INSERT INTO periop_events.mt_events_default VALUES (45, '3cfbb476-12bf-4a5e-891e-93c0d8028c21', '6420263f-2be0-5962-8608-ef2b2bac4166', 1, '{"content": "535223513756d33cabcdbb9873c95f60f34aaedcade8ff9f43645ba55475fc0f", "shipped": true, "definition": {"id": "infection-superficial", "kind": "infection-superficial", "grace": 30, "title": "Superficial infection within 30 days", "anchor": "first-incision", "review": "not-required", "source": "VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it (2004).", "window": {"days": 30}, "version": 1, "criteria": [{"id": "pus", "text": "Pus from the superficial incision."}, {"id": "organism", "text": "An organism from an aseptic culture."}, {"id": "opened", "text": "Signs of infection, and the incision was opened on purpose; not when the culture was negative."}, {"id": "diagnosis", "text": "Diagnosed as a superficial infection by a physician."}, {"id": "not-else", "text": "Only skin or subcutaneous tissue. No stitch abscess, no infected burn, and no infection that reaches deeper."}], "evidence": "assessment", "denominator": "without-died"}}', NULL, 'definition_published', '2026-11-27 04:15:50.079788+00', 'general', 'Periop.Domain.Outcomes.DefinitionPublished, Periop.Domain', NULL, NULL, NULL, 'periop', false, false);
INSERT INTO periop_events.mt_events_default VALUES (46, 'f45d8cd3-0dd1-4546-a702-a89b9ccd992b', 'a75be43e-ebc6-5247-884a-4d698269cfdb', 1, '{"content": "f5f34839838952a744fe8e49e07ba914893a2418a08ac5e30c2cb5f1cfcc62a3", "shipped": true, "definition": {"id": "infection-superficial", "kind": "infection-superficial", "grace": 30, "title": "Superficial infection within 90 days", "anchor": "first-incision", "review": "not-required", "source": "Criteria: VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it (2004). The window is Periop''s own, as long as that of the deeper infections, so that the members of the family are counted alike.", "window": {"days": 90}, "version": 2, "criteria": [{"id": "pus", "text": "Pus from the superficial incision."}, {"id": "organism", "text": "An organism from an aseptic culture."}, {"id": "opened", "text": "Signs of infection, and the incision was opened on purpose; not when the culture was negative."}, {"id": "diagnosis", "text": "Diagnosed as a superficial infection by a physician."}, {"id": "not-else", "text": "Only skin or subcutaneous tissue. No stitch abscess, no infected burn, and no infection that reaches deeper."}], "evidence": "assessment", "denominator": "without-died"}}', NULL, 'definition_published', '2026-11-27 04:15:50.079803+00', 'general', 'Periop.Domain.Outcomes.DefinitionPublished, Periop.Domain', NULL, NULL, NULL, 'periop', false, false);
INSERT INTO periop_events.mt_events_default VALUES (47, '7dcc84af-0cba-4156-ab59-eed0a42dbff0', '5a4a2005-baad-577e-a26b-ee83498e2d21', 1, '{"content": "1aca937f286037641993785d88e71f8456d71fee0f5dd30d0c0baccd62c83192", "shipped": true, "definition": {"id": "nerve-injury", "kind": "nerve-injury", "grace": 30, "title": "Nerve injury within 30 days", "anchor": "first-incision", "review": "not-required", "source": "VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it, peripheral nerve injury (2007). To be confirmed: which plexuses and nerves its list names.", "window": {"days": 30}, "version": 1, "criteria": [{"id": "motor", "text": "A motor deficit. A loss of feeling alone does not count."}, {"id": "named-nerve", "text": "Of one of the cervical, brachial or lumbosacral plexuses, or of a named peripheral nerve."}], "evidence": "assessment", "denominator": "without-died"}}', NULL, 'definition_published', '2026-11-27 04:15:50.079819+00', 'general', 'Periop.Domain.Outcomes.DefinitionPublished, Periop.Domain', NULL, NULL, NULL, 'periop', false, false);
INSERT INTO periop_events.mt_events_default VALUES (98, '11bd3b69-a7dd-41e6-8cf6-b7b8cd8ac3ab', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70', 10, '{"grade": 2, "level": "L3", "source": "live", "columns": 1, "content": "8c6becae9e12c9d0f6116240b6fc40cdc0024549e24e074536e0e1f8d24bfd02", "entryId": "01a21b37-ec54-72b9-b6cc-20133f0d02e7", "approach": "posterior", "occurredAt": "2026-11-27T04:16:19.555384+00:00"}', NULL, 'osteotomy_performed', '2026-11-27 04:16:19.555384+00', 'general', 'Periop.Domain.Cases.OsteotomyPerformed, Periop.Domain', '68f22e0ef2cef1fad7c45faa3e821fc8', '08df4c3d-3035-3be2-4e93-0d9d96970000', 'null', 'developer', false, false);
INSERT INTO periop_events.mt_events_default VALUES (48, '67db12f0-0f23-4434-809c-861838b468d0', 'e7432ca7-d31a-5f8c-84f7-74400e10dc9e', 1, '{"content": "025165692d3d438cf5ef697ec64fc2a2bf9a3e129d185ec7d401a5ff98efd91a", "shipped": true, "definition": {"id": "nerve-injury", "kind": "nerve-injury", "grace": 30, "title": "New motor deficit within 6 weeks", "anchor": "first-incision", "review": "not-required", "source": "Periop''s own for the spine: motor strength is examined again at 6 weeks. To be confirmed: the threshold of one MRC grade or an ASIA fall, against a primary text.", "window": {"days": 42}, "version": 2, "criteria": [{"id": "motor-grade", "text": "A new motor deficit of at least one grade of the MRC scale against the baseline before surgery."}, {"id": "asia", "text": "Or a fall of at least one grade on the ASIA impairment scale against the baseline."}], "evidence": "assessment", "denominator": "without-died"}}', NULL, 'definition_published', '2026-11-27 04:15:50.079832+00', 'general', 'Periop.Domain.Outcomes.DefinitionPublished, Periop.Domain', NULL, NULL, NULL, 'periop', false, false);
INSERT INTO periop_events.mt_events_default VALUES (49, 'ed0e4536-417b-44a8-af89-64fa9e1938cc', '8025d992-7609-557f-a572-413350b5adff', 1, '{"content": "8bf004d5b2b1227304f11e7aa916deea2cb2b3bc5dd35e66aa193e4d911429b2", "shipped": true, "definition": {"id": "non-union", "kind": "non-union", "grace": 60, "title": "Non-union at 12 months", "anchor": "first-incision", "review": "not-required", "source": "Periop''s own, assessed at 12 months: what is found absent from day 300 on counts at the close. To be confirmed: the criteria, which no primary text was checked for.", "window": {"days": 365}, "version": 1, "criteria": [{"id": "no-bridging", "text": "No bridging bone on a CT scan."}, {"id": "motion", "text": "Motion of the segment, or lucency around the implants."}, {"id": "revision", "text": "Or a revision for pseudarthrosis."}], "evidence": "assessment", "denominator": "without-died", "assessedFrom": 300}}', NULL, 'definition_published', '2026-11-27 04:15:50.079845+00', 'general', 'Periop.Domain.Outcomes.DefinitionPublished, Periop.Domain', NULL, NULL, NULL, 'periop', false, false);
INSERT INTO periop_events.mt_events_default VALUES (50, '9712407d-7895-433b-9337-93bc9aeff3c2', 'a2ccdb1f-9398-54a7-b4a3-dd2f14dffa57', 1, '{"content": "a2d93ead43e2661cd52115d07b374f6e48c0fcc6b729fa1eb227b67d3f9a9054", "shipped": true, "definition": {"id": "non-union", "kind": "non-union", "grace": 60, "title": "Non-union at 24 months", "anchor": "first-incision", "review": "not-required", "source": "Periop''s own, assessed at 24 months: what is found absent from day 660 on counts at the close. To be confirmed: the criteria, which no primary text was checked for.", "window": {"days": 730}, "version": 2, "criteria": [{"id": "no-bridging", "text": "No bridging bone on a CT scan."}, {"id": "motion", "text": "Motion of the segment, or lucency around the implants."}, {"id": "revision", "text": "Or a revision for pseudarthrosis."}], "evidence": "assessment", "denominator": "without-died", "assessedFrom": 660}}', NULL, 'definition_published', '2026-11-27 04:15:50.079881+00', 'general', 'Periop.Domain.Outcomes.DefinitionPublished, Periop.Domain', NULL, NULL, NULL, 'periop', false, false);
INSERT INTO periop_events.mt_events_default VALUES (51, '972b2242-73af-40cc-9848-eadee9530bba', 'eb6055d6-47d7-5295-a9ff-9a6dbc8c42ca', 1, '{"content": "9936a09fae636246fc5403e10f2716b810589a80ea7ce92aacb689b5db62d461", "shipped": true, "definition": {"id": "pulmonary-embolism", "kind": "pulmonary-embolism", "grace": 30, "title": "Pulmonary embolism within 30 days", "anchor": "first-incision", "review": "not-required", "source": "VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it (2007).", "window": {"days": 30}, "version": 1, "criteria": [{"id": "imaging", "text": "A ventilation-perfusion scan of high probability, a pulmonary arteriogram or a CT angiogram shows it."}], "evidence": "assessment", "denominator": "without-died"}}', NULL, 'definition_published', '2026-11-27 04:15:50.079892+00', 'general', 'Periop.Domain.Outcomes.DefinitionPublished, Periop.Domain', NULL, NULL, NULL, 'periop', false, false);
INSERT INTO periop_events.mt_events_default VALUES (52, '0293d2ef-7497-422f-8b81-0a1ca488428b', 'a9df3afa-4c90-5f87-8e7e-1c126c98bb89', 1, '{"content": "8af86444d9e19149ea9fcc85d93ef628abcf361b5e272145797a4b5875a32c1b", "shipped": true, "definition": {"id": "readmission", "kind": "readmission", "grace": 30, "title": "Readmission within 30 days of surgery", "anchor": "first-incision", "review": "not-required", "source": "Registries count readmissions from surgery or from discharge. This version counts from the first incision: who stays long has less time to be readmitted.", "window": {"days": 30}, "version": 1, "criteria": [{"id": "inpatient", "text": "A stay in hospital that was not planned, after the discharge."}, {"id": "all-cause", "text": "For whatever reason; related ones are told by the code of the readmission."}], "evidence": "assessment", "denominator": "without-died"}}', NULL, 'definition_published', '2026-11-27 04:15:50.079904+00', 'general', 'Periop.Domain.Outcomes.DefinitionPublished, Periop.Domain', NULL, NULL, NULL, 'periop', false, false);
INSERT INTO periop_events.mt_events_default VALUES (53, 'ace5a012-0625-4e36-add8-b40d136cdf98', '8f453ff0-1f58-5d64-aebb-5fa4c03ef15c', 1, '{"content": "e0e90a53909dc502b6d3d11cf6c5f2256183544ba30df29d3270a49a6cfc7d34", "shipped": true, "definition": {"id": "readmission", "kind": "readmission", "grace": 30, "title": "Readmission within 30 days of discharge", "anchor": "discharge", "review": "not-required", "source": "Registries count readmissions from surgery or from discharge. This version counts from the discharge.", "window": {"days": 30}, "version": 2, "criteria": [{"id": "inpatient", "text": "A stay in hospital that was not planned, after the discharge."}, {"id": "all-cause", "text": "For whatever reason; related ones are told by the code of the readmission."}], "evidence": "assessment", "denominator": "without-died"}}', NULL, 'definition_published', '2026-11-27 04:15:50.079917+00', 'general', 'Periop.Domain.Outcomes.DefinitionPublished, Periop.Domain', NULL, NULL, NULL, 'periop', false, false);
INSERT INTO periop_events.mt_events_default VALUES (54, 'ff96894a-8733-41ba-8d87-af28af2838e7', '892d167d-bdcb-560d-91f9-8d392da87656', 1, '{"content": "a9ac209cead030790c2d9155f508cf89ee1af1d8f1e1461da4140e27d36a1eee", "shipped": true, "definition": {"id": "retained-item", "kind": "retained-item", "grace": 30, "title": "Retained item within 30 days", "anchor": "first-incision", "review": "not-required", "source": "One of the outcomes of VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it. To be confirmed: its wording.", "window": {"days": 30}, "version": 1, "criteria": [{"id": "left-behind", "text": "A sponge, a sharp, an instrument or a part of one was left in the patient without intent."}, {"id": "after-closure", "text": "It was found after the wound was closed."}], "evidence": "assessment", "denominator": "without-died"}}', NULL, 'definition_published', '2026-11-27 04:15:50.079939+00', 'general', 'Periop.Domain.Outcomes.DefinitionPublished, Periop.Domain', NULL, NULL, NULL, 'periop', false, false);
INSERT INTO periop_events.mt_events_default VALUES (55, '7579f656-7119-47db-9d95-04c37ef12ffa', '1adc1aa0-9cf2-545c-bbc8-1f63a39d399d', 1, '{"content": "0fbe314f2e74cb5f79ddb10685957f875e349fba485b11ab1816ebc39a607ca5", "shipped": true, "definition": {"id": "return-to-room", "kind": "return-to-room", "grace": 30, "title": "Return to the operating room within 30 days", "anchor": "first-incision", "review": "not-required", "source": "Periop''s own. Registries report returns at 30 days and at 90; this version has 30.", "window": {"days": 30}, "version": 1, "criteria": [{"id": "unplanned", "text": "An operation that was not planned."}, {"id": "related", "text": "It is related to this one."}, {"id": "no-stage", "text": "No planned stage: a return that is marked as planned, or whose case is a stage of this one, does not count."}], "evidence": "assessment", "denominator": "without-died"}}', NULL, 'definition_published', '2026-11-27 04:15:50.079953+00', 'general', 'Periop.Domain.Outcomes.DefinitionPublished, Periop.Domain', NULL, NULL, NULL, 'periop', false, false);
INSERT INTO periop_events.mt_events_default VALUES (56, '6a02ea01-6100-4827-92a3-efec3290577f', '9ab66191-1324-50b1-9795-9efc003ff9fe', 1, '{"content": "7bd71df87e78f300613c9e0f45de9011f113ca73049fee2d38b37cedfeff9b99", "shipped": true, "definition": {"id": "return-to-room", "kind": "return-to-room", "grace": 30, "title": "Return to the operating room within 90 days", "anchor": "first-incision", "review": "not-required", "source": "Periop''s own. Registries report returns at 30 days and at 90; this version has 90.", "window": {"days": 90}, "version": 2, "criteria": [{"id": "unplanned", "text": "An operation that was not planned."}, {"id": "related", "text": "It is related to this one."}, {"id": "no-stage", "text": "No planned stage: a return that is marked as planned, or whose case is a stage of this one, does not count."}], "evidence": "assessment", "denominator": "without-died"}}', NULL, 'definition_published', '2026-11-27 04:15:50.079965+00', 'general', 'Periop.Domain.Outcomes.DefinitionPublished, Periop.Domain', NULL, NULL, NULL, 'periop', false, false);
INSERT INTO periop_events.mt_events_default VALUES (57, 'ef42f3df-f244-49e5-97e6-3001294d5e0c', '16504112-d94b-568e-beb2-9a735c102b7d', 1, '{"content": "13ae8b8a0fb313cb7722bd60f0acdec9fc0d491cf6d2ad1e9d8e5f14948e9b57", "shipped": true, "definition": {"id": "wound-disruption", "kind": "wound-disruption", "grace": 30, "title": "Wound disruption within 30 days", "anchor": "first-incision", "review": "not-required", "source": "One of the outcomes of VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it. To be confirmed: its wording.", "window": {"days": 30}, "version": 1, "criteria": [{"id": "separation", "text": "The layers of the wound came apart, in part or as a whole, fascia included."}], "evidence": "assessment", "denominator": "without-died"}}', NULL, 'definition_published', '2026-11-27 04:15:50.079978+00', 'general', 'Periop.Domain.Outcomes.DefinitionPublished, Periop.Domain', NULL, NULL, NULL, 'periop', false, false);
INSERT INTO periop_events.mt_events_default VALUES (58, '0d15fde6-ec3e-4b96-abcd-174fb1210412', '9700d439-a9a6-5e4f-9409-d99994e182b2', 1, '{"content": "c3b762f3e82a5be9ed1d2d106ac98778d9712d590b218562dc0ffc6dbae33d7b", "shipped": true, "definition": {"id": "wrong-level", "kind": "wrong-level", "grace": 30, "title": "Wrong level, side or patient", "anchor": "first-incision", "review": "not-required", "source": "Periop''s own. It happens at surgery, so that its onset is then, whenever it is noticed. It counts without limit where it is reviewed; a rate needs a close, and has that of a year. Signed by surgeon and circulating nurse, the record says what was performed.", "window": {"days": 365}, "version": 1, "criteria": [{"id": "differs", "text": "What was performed differs from what was consented or planned, in level, side or patient."}, {"id": "no-decision", "text": "Nobody documented the decision to depart from it."}], "evidence": "signed", "denominator": "without-died"}}', NULL, 'definition_published', '2026-11-27 04:15:50.080005+00', 'general', 'Periop.Domain.Outcomes.DefinitionPublished, Periop.Domain', NULL, NULL, NULL, 'periop', false, false);
INSERT INTO periop_events.mt_events_default VALUES (59, '8f983491-760a-4b53-ba73-470327ca0c73', 'b18637c2-a4ec-558c-8a51-4ccb88de3e8e', 1, '{"content": "882650d18d04d5722e5ba86b3a22f574bd3375cccd76bff774b8ececb3ca4b69", "shipped": true, "definition": {"id": "blood-clots", "kind": "blood-clots", "grace": 30, "title": "Any blood clot within 30 days", "anchor": "first-incision", "review": "not-required", "source": "VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it: deep-vein thrombosis (2014), pulmonary embolism (2007).", "window": {"days": 30}, "version": 1, "criteria": [{"id": "member", "text": "A deep-vein thrombosis or a pulmonary embolism, each by its own definition of the same version. A case counts once."}], "evidence": "assessment", "denominator": "without-died"}}', NULL, 'definition_published', '2026-11-27 04:15:50.37465+00', 'lakeside', 'Periop.Domain.Outcomes.DefinitionPublished, Periop.Domain', NULL, NULL, NULL, 'periop', false, false);
INSERT INTO periop_events.mt_events_default VALUES (60, 'dfa1017d-6413-4d6d-b332-88114656c6a2', '7b91ab94-b8a5-5905-aeae-5866894e99b1', 1, '{"content": "20fb5a1bd92b1dc6d96a23e24a4fd28f020931576d56089d1cf31f269bde1d56", "shipped": true, "definition": {"id": "blood-loss", "kind": "blood-loss", "grace": 30, "title": "Bleeding: 5 units of red cells within 72 hours of leaving the room", "anchor": "room-exit", "review": "not-required", "source": "VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it (2004). Periop counts the units of red cells whose time is in the window. The other two criteria are for whoever reports it as a complication.", "window": {"hours": 72}, "measure": {"products": ["red-cells", "red-blood-cells", "packed-red-cells", "packed-red-blood-cells", "packed-cells", "packed-rbc", "prbc", "prbcs", "rbc", "rbcs", "rcc", "red-cell-concentrate", "red-cell-concentrates", "erythrocytes", "erythrocyte-concentrate", "erythrocyte-concentrates", "leukoreduced-red-cells", "leukocyte-reduced-red-cells", "leucodepleted-red-cells", "washed-red-cells", "irradiated-red-cells", "leukoreduced-red-blood-cells", "washed-red-blood-cells", "irradiated-red-blood-cells", "whole-blood", "erythrozytenkonzentrat", "erythrozytenkonzentrate", "concentré-érythrocytaire", "concentré-de-globules-rouges", "concentrato-eritrocitario", "emazie-concentrate", "concentrado-de-hematíes"], "atLeastUnits": 5}, "version": 1, "criteria": [{"id": "transfused", "text": "At least 5 units of red cells from leaving the operating room to 72 hours later."}, {"id": "hung-in-room", "text": "Units that were hung in the operating room and finished outside it count."}, {"id": "autologous", "text": "Shed, autologous and cell-saver blood counts when it is more than 4 units."}], "evidence": "discharged", "denominator": "without-died"}}', NULL, 'definition_published', '2026-11-27 04:15:50.37475+00', 'lakeside', 'Periop.Domain.Outcomes.DefinitionPublished, Periop.Domain', NULL, NULL, NULL, 'periop', false, false);
INSERT INTO periop_events.mt_events_default VALUES (61, '9803c4f5-1fd4-4da8-a605-ae66e4e6088e', '52484e7d-7a0e-5bba-86a9-d341d10ece7a', 1, '{"content": "a246981074ed63f48e89c1fb6e72ffe87d3d458b0e14c87ea93ba88fbecb2b5f", "shipped": true, "definition": {"id": "blood-loss", "kind": "blood-loss", "grace": 30, "title": "Bleeding: a unit of red cells within 72 hours of the incision", "anchor": "first-incision", "review": "not-required", "source": "After NSQIP (National Surgical Quality Improvement Program of the American College of Surgeons). Counted here are 72 hours from the first incision. To be confirmed: the threshold of 1 unit, and whether the registry counts the 72 hours from the start or from the end of surgery.", "window": {"hours": 72}, "measure": {"products": ["red-cells", "red-blood-cells", "packed-red-cells", "packed-red-blood-cells", "packed-cells", "packed-rbc", "prbc", "prbcs", "rbc", "rbcs", "rcc", "red-cell-concentrate", "red-cell-concentrates", "erythrocytes", "erythrocyte-concentrate", "erythrocyte-concentrates", "leukoreduced-red-cells", "leukocyte-reduced-red-cells", "leucodepleted-red-cells", "washed-red-cells", "irradiated-red-cells", "leukoreduced-red-blood-cells", "washed-red-blood-cells", "irradiated-red-blood-cells", "whole-blood", "erythrozytenkonzentrat", "erythrozytenkonzentrate", "concentré-érythrocytaire", "concentré-de-globules-rouges", "concentrato-eritrocitario", "emazie-concentrate", "concentrado-de-hematíes"], "atLeastUnits": 1}, "version": 2, "criteria": [{"id": "transfused", "text": "At least 1 unit of red cells from the start of surgery to 72 hours."}], "evidence": "discharged", "denominator": "without-died"}}', NULL, 'definition_published', '2026-11-27 04:15:50.374771+00', 'lakeside', 'Periop.Domain.Outcomes.DefinitionPublished, Periop.Domain', NULL, NULL, NULL, 'periop', false, false);
INSERT INTO periop_events.mt_events_default VALUES (62, '1c5ca7cf-ff97-4886-9531-9e539c9ff238', 'e740b896-7032-56ee-9c07-b160eae8235e', 1, '{"content": "bb0f74edc71276a12bf14bc4356cc9fe9461fd0a5bd11d2010c81895c5e71fbb", "shipped": true, "definition": {"id": "chronic-pain", "kind": "chronic-pain", "grace": 60, "title": "Chronic pain after surgery, within a year", "anchor": "first-incision", "review": "not-required", "source": "After chronic post-surgical pain in ICD-11. Nobody can tell before 3 months have passed: what is found absent from day 90 on counts at the close, and what is first reported within the year counts, too. The year is Periop''s own. To be confirmed: the wording of ICD-11.", "window": {"days": 365}, "version": 1, "criteria": [{"id": "three-months", "text": "Pain that began or became worse after the operation and lasts at least 3 months from it. Earlier pain is none of it."}, {"id": "site", "text": "At the site of the operation, or where its nerves lead."}, {"id": "not-else", "text": "Not explained otherwise, such as by an infection or the former illness."}, {"id": "score", "text": "Score and site are recorded."}], "evidence": "assessment", "denominator": "without-died", "assessedFrom": 90}}', NULL, 'definition_published', '2026-11-27 04:15:50.374795+00', 'lakeside', 'Periop.Domain.Outcomes.DefinitionPublished, Periop.Domain', NULL, NULL, NULL, 'periop', false, false);
INSERT INTO periop_events.mt_events_default VALUES (63, 'a5c7a8bc-bdbc-4f1b-873e-c41824915eda', 'e2a89271-e034-5e13-98d3-693e2389c37d', 1, '{"content": "ac0850f65c483a080efb404e804c6fd0b149146ccb6bb4da8fb9f1be94d54da0", "shipped": true, "definition": {"id": "death", "kind": "death", "grace": 30, "title": "Death within 30 days", "anchor": "first-incision", "review": "not-required", "source": "Any cause, counted from the first incision. Deaths in hospital, within 30 days and within 90 are reported apart; this version has 30 days.", "window": {"days": 30}, "version": 1, "criteria": [{"id": "any-cause", "text": "Dead, for whatever reason and wherever."}], "evidence": "seen-alive-after-close", "denominator": "without-died"}}', NULL, 'definition_published', '2026-11-27 04:15:50.374807+00', 'lakeside', 'Periop.Domain.Outcomes.DefinitionPublished, Periop.Domain', NULL, NULL, NULL, 'periop', false, false);
INSERT INTO periop_events.mt_events_default VALUES (64, 'b1f321be-76a7-4246-878c-a6b95fdf2c90', 'a1a42a37-5544-5885-a080-83e5e5fb7d1f', 1, '{"content": "37704c294724be1f444188cf1930d20f50e703a3abf885e18ad1034467262416", "shipped": true, "definition": {"id": "death", "kind": "death", "grace": 30, "title": "Death within 90 days", "anchor": "first-incision", "review": "not-required", "source": "Any cause, counted from the first incision. Deaths in hospital, within 30 days and within 90 are reported apart; this version has 90 days.", "window": {"days": 90}, "version": 2, "criteria": [{"id": "any-cause", "text": "Dead, for whatever reason and wherever."}], "evidence": "seen-alive-after-close", "denominator": "without-died"}}', NULL, 'definition_published', '2026-11-27 04:15:50.374849+00', 'lakeside', 'Periop.Domain.Outcomes.DefinitionPublished, Periop.Domain', NULL, NULL, NULL, 'periop', false, false);
INSERT INTO periop_events.mt_events_default VALUES (65, 'f00a9ae8-e54c-4be6-b5ed-87a506b4972e', '15f3b8a3-0340-57fe-bb36-cd97d6422265', 1, '{"content": "d0d87460e82f19e56cac94eb2217a67aab957ddc5970c27260ab7ccd15a92bd3", "shipped": true, "definition": {"id": "deep-vein-thrombosis", "kind": "deep-vein-thrombosis", "grace": 30, "title": "Deep-vein thrombosis within 30 days", "anchor": "first-incision", "review": "not-required", "source": "VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it (2014).", "window": {"days": 30}, "version": 1, "criteria": [{"id": "new", "text": "New since the operation."}, {"id": "imaging", "text": "Confirmed by imaging."}, {"id": "treated", "text": "Treated, or treatment was recommended: anticoagulation, a filter or a clip."}], "evidence": "assessment", "denominator": "without-died"}}', NULL, 'definition_published', '2026-11-27 04:15:50.374861+00', 'lakeside', 'Periop.Domain.Outcomes.DefinitionPublished, Periop.Domain', NULL, NULL, NULL, 'periop', false, false);
INSERT INTO periop_events.mt_events_default VALUES (66, '837fd3f2-71b5-401d-a5cc-fdff5c95b1d4', '002bb4d4-27d4-561f-990f-245c544f3d6c', 1, '{"content": "903f1a199c27457677807dbc7d6a42cd6a58a7404a1a6e3f3fc87425698705dd", "shipped": true, "definition": {"id": "dural-tear", "kind": "dural-tear", "grace": 30, "title": "Dural tear, at surgery or within 30 days", "anchor": "first-incision", "review": "not-required", "source": "Periop''s own: no written definition of a registry was at hand.", "window": {"days": 30}, "version": 1, "criteria": [{"id": "seen", "text": "Seen at surgery, or found later by its leak."}, {"id": "repair", "text": "How it was repaired is recorded."}, {"id": "not-intended", "text": "A durotomy that was intended is none."}], "evidence": "assessment", "denominator": "without-died"}}', NULL, 'definition_published', '2026-11-27 04:15:50.374953+00', 'lakeside', 'Periop.Domain.Outcomes.DefinitionPublished, Periop.Domain', NULL, NULL, NULL, 'periop', false, false);
INSERT INTO periop_events.mt_events_default VALUES (67, '26400069-b2cb-40fd-bc3c-98f1c9f173e6', '611e7d0d-eebc-5b32-ac64-c5f98f8a1e73', 1, '{"content": "07c3584d4c2ba77ba24a832a6ddc37e2c39539947d1bc22e93b943f0c7f2ad55", "shipped": true, "definition": {"id": "hardware-failure", "kind": "hardware-failure", "grace": 30, "title": "Hardware failure with reintervention within 30 days", "anchor": "first-incision", "review": "not-required", "source": "VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it, graft or prosthesis failure (2015).", "window": {"days": 30}, "version": 1, "criteria": [{"id": "failed", "text": "Graft, prosthesis or implant failed, for a mechanical reason or an infection."}, {"id": "reintervention", "text": "It took a return to the operating room or an intervention under imaging."}], "evidence": "assessment", "denominator": "without-died"}}', NULL, 'definition_published', '2026-11-27 04:15:50.374968+00', 'lakeside', 'Periop.Domain.Outcomes.DefinitionPublished, Periop.Domain', NULL, NULL, NULL, 'periop', false, false);
INSERT INTO periop_events.mt_events_default VALUES (68, '817ee788-12b7-4a3d-bea9-1ca929a92b44', 'b50ddc4a-b3c8-542d-9af0-6171781e24dd', 1, '{"content": "568059b91af141af799e913772c9b18256ce3f7ea22d305fcb84329f038dae72", "shipped": true, "definition": {"id": "hardware-failure", "kind": "hardware-failure", "grace": 60, "title": "Hardware failure within 24 months", "anchor": "first-incision", "review": "not-required", "source": "Periop''s own for the spine: what images show in 24 months. What is found absent from day 660 on counts at the close.", "window": {"days": 730}, "version": 2, "criteria": [{"id": "breakage", "text": "A rod, screw or other implant is broken on an image."}, {"id": "loosening", "text": "Or loose: lucency around it, or motion."}, {"id": "pull-out", "text": "Or pulled out or displaced."}, {"id": "without-reoperation", "text": "It counts with or without a reoperation."}], "evidence": "assessment", "denominator": "without-died", "assessedFrom": 660}}', NULL, 'definition_published', '2026-11-27 04:15:50.374986+00', 'lakeside', 'Periop.Domain.Outcomes.DefinitionPublished, Periop.Domain', NULL, NULL, NULL, 'periop', false, false);
INSERT INTO periop_events.mt_events_default VALUES (69, '19a22878-f27d-48c0-8d0e-d553eea89639', 'b9d3e74d-b875-52d9-bfa4-808f2f32818e', 1, '{"content": "d56fa027317abb360109ca58dbfc95d135bb928dc0e4125b4b01eb22e0881b02", "shipped": true, "definition": {"id": "infection", "kind": "infection", "grace": 30, "title": "Any surgical site infection within 30 days", "anchor": "first-incision", "review": "not-required", "source": "VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it: superficial (2004), deep, organ or space (2015).", "window": {"days": 30}, "version": 1, "criteria": [{"id": "member", "text": "A superficial, deep, or organ or space infection, each by its own definition of the same version. A case counts once."}], "evidence": "assessment", "denominator": "without-died"}}', NULL, 'definition_published', '2026-11-27 04:15:50.37501+00', 'lakeside', 'Periop.Domain.Outcomes.DefinitionPublished, Periop.Domain', NULL, NULL, NULL, 'periop', false, false);
INSERT INTO periop_events.mt_events_default VALUES (70, '86be160b-b852-41d6-a29b-509e40bba4ad', '2a8aef59-b5a7-54de-a8ec-3f5413f41ddc', 1, '{"content": "49daad383ac0fc2f470b59244c2a13e193cebb8faf6f1950996df6924553c74b", "shipped": true, "definition": {"id": "infection", "kind": "infection", "grace": 30, "title": "Any surgical site infection within 90 days", "anchor": "first-incision", "review": "not-required", "source": "Criteria: VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it: superficial (2004), deep, organ or space (2015). Window: 90 days. To be confirmed: that NHSN (National Healthcare Safety Network) follows spinal fusions for 90 days, and laminectomies for 30.", "window": {"days": 90}, "version": 2, "criteria": [{"id": "member", "text": "A superficial, deep, or organ or space infection, each by its own definition of the same version. A case counts once."}], "evidence": "assessment", "denominator": "without-died"}}', NULL, 'definition_published', '2026-11-27 04:15:50.375023+00', 'lakeside', 'Periop.Domain.Outcomes.DefinitionPublished, Periop.Domain', NULL, NULL, NULL, 'periop', false, false);
INSERT INTO periop_events.mt_events_default VALUES (71, '5b54bb0d-ad02-481c-a452-2e67f3b564fb', 'adf0ce91-80b9-52dc-b0f0-c0d0ece3bb9a', 1, '{"content": "6cbb0a7b31da0576c362ad4df3d0fc8f7c590ff1616587964f7bb57121cdb907", "shipped": true, "definition": {"id": "infection-deep", "kind": "infection-deep", "grace": 30, "title": "Deep infection within 30 days", "anchor": "first-incision", "review": "not-required", "source": "VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it (2015).", "window": {"days": 30}, "version": 1, "criteria": [{"id": "pus", "text": "Pus from the deep incision."}, {"id": "dehiscence", "text": "The deep incision came apart or was opened on purpose, with fever above 38 °C, pain or tenderness; not when the culture was negative."}, {"id": "abscess", "text": "An abscess."}, {"id": "diagnosis", "text": "Diagnosed as a deep infection by a physician."}, {"id": "not-else", "text": "Fascia or muscle of the incision."}], "evidence": "assessment", "denominator": "without-died"}}', NULL, 'definition_published', '2026-11-27 04:15:50.37504+00', 'lakeside', 'Periop.Domain.Outcomes.DefinitionPublished, Periop.Domain', NULL, NULL, NULL, 'periop', false, false);
INSERT INTO periop_events.mt_events_default VALUES (72, '6f119592-966f-425f-911e-0948559c42b2', '56f4ec1d-fc9f-58cb-a641-f040ef09ea11', 1, '{"content": "10690f94d522da92dddd85f0714cacb306005b82abe73a19ea8c061eec11d252", "shipped": true, "definition": {"id": "infection-deep", "kind": "infection-deep", "grace": 30, "title": "Deep infection within 90 days", "anchor": "first-incision", "review": "not-required", "source": "Criteria: VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it (2015). Window: 90 days. To be confirmed: that NHSN (National Healthcare Safety Network) follows spinal fusions for 90 days, and laminectomies for 30.", "window": {"days": 90}, "version": 2, "criteria": [{"id": "pus", "text": "Pus from the deep incision."}, {"id": "dehiscence", "text": "The deep incision came apart or was opened on purpose, with fever above 38 °C, pain or tenderness; not when the culture was negative."}, {"id": "abscess", "text": "An abscess."}, {"id": "diagnosis", "text": "Diagnosed as a deep infection by a physician."}, {"id": "not-else", "text": "Fascia or muscle of the incision."}], "evidence": "assessment", "denominator": "without-died"}}', NULL, 'definition_published', '2026-11-27 04:15:50.375057+00', 'lakeside', 'Periop.Domain.Outcomes.DefinitionPublished, Periop.Domain', NULL, NULL, NULL, 'periop', false, false);
INSERT INTO periop_events.mt_events_default VALUES (73, '17916069-d02a-45ef-bfa5-5982eb3b9fbe', 'c3cdc8ab-d842-5ea4-a9dd-4a997ed0fee5', 1, '{"content": "0aff4a680ac26f65b0330e626c43927dc10eced0ec174778d700a6deaf1a8af4", "shipped": true, "definition": {"id": "infection-organ-space", "kind": "infection-organ-space", "grace": 30, "title": "Organ or space infection within 30 days", "anchor": "first-incision", "review": "not-required", "source": "VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it (2015).", "window": {"days": 30}, "version": 1, "criteria": [{"id": "drain", "text": "Pus from a drain."}, {"id": "organism", "text": "An organism from there."}, {"id": "abscess", "text": "An abscess."}, {"id": "diagnosis", "text": "Diagnosed as an infection of the organ or space by a physician."}, {"id": "not-else", "text": "Any part that was opened, other than the incision."}], "evidence": "assessment", "denominator": "without-died"}}', NULL, 'definition_published', '2026-11-27 04:15:50.375076+00', 'lakeside', 'Periop.Domain.Outcomes.DefinitionPublished, Periop.Domain', NULL, NULL, NULL, 'periop', false, false);
INSERT INTO periop_events.mt_events_default VALUES (74, '78550432-a3c8-4878-8e77-268423f33982', '6116e978-2963-5925-9223-2ce64e64468e', 1, '{"content": "a83a8564fb43126d2982a751303c2bc799e4b53036086262aa82eaf7d9b17fb8", "shipped": true, "definition": {"id": "infection-organ-space", "kind": "infection-organ-space", "grace": 30, "title": "Organ or space infection within 90 days", "anchor": "first-incision", "review": "not-required", "source": "Criteria: VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it (2015). Window: 90 days. To be confirmed: that NHSN (National Healthcare Safety Network) follows spinal fusions for 90 days, and laminectomies for 30.", "window": {"days": 90}, "version": 2, "criteria": [{"id": "drain", "text": "Pus from a drain."}, {"id": "organism", "text": "An organism from there."}, {"id": "abscess", "text": "An abscess."}, {"id": "diagnosis", "text": "Diagnosed as an infection of the organ or space by a physician."}, {"id": "not-else", "text": "Any part that was opened, other than the incision."}], "evidence": "assessment", "denominator": "without-died"}}', NULL, 'definition_published', '2026-11-27 04:15:50.37509+00', 'lakeside', 'Periop.Domain.Outcomes.DefinitionPublished, Periop.Domain', NULL, NULL, NULL, 'periop', false, false);
INSERT INTO periop_events.mt_events_default VALUES (75, '5d6a6ea0-5434-48f3-b01d-87500ec4f933', '6860be7b-a40d-54ef-90fd-bdf47e5ae988', 1, '{"content": "535223513756d33cabcdbb9873c95f60f34aaedcade8ff9f43645ba55475fc0f", "shipped": true, "definition": {"id": "infection-superficial", "kind": "infection-superficial", "grace": 30, "title": "Superficial infection within 30 days", "anchor": "first-incision", "review": "not-required", "source": "VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it (2004).", "window": {"days": 30}, "version": 1, "criteria": [{"id": "pus", "text": "Pus from the superficial incision."}, {"id": "organism", "text": "An organism from an aseptic culture."}, {"id": "opened", "text": "Signs of infection, and the incision was opened on purpose; not when the culture was negative."}, {"id": "diagnosis", "text": "Diagnosed as a superficial infection by a physician."}, {"id": "not-else", "text": "Only skin or subcutaneous tissue. No stitch abscess, no infected burn, and no infection that reaches deeper."}], "evidence": "assessment", "denominator": "without-died"}}', NULL, 'definition_published', '2026-11-27 04:15:50.375103+00', 'lakeside', 'Periop.Domain.Outcomes.DefinitionPublished, Periop.Domain', NULL, NULL, NULL, 'periop', false, false);
INSERT INTO periop_events.mt_events_default VALUES (83, '676e2cb9-96b7-4a92-8cf7-8924a28b04cc', 'f36127b5-1718-5280-9144-057e6acace84', 1, '{"content": "e0e90a53909dc502b6d3d11cf6c5f2256183544ba30df29d3270a49a6cfc7d34", "shipped": true, "definition": {"id": "readmission", "kind": "readmission", "grace": 30, "title": "Readmission within 30 days of discharge", "anchor": "discharge", "review": "not-required", "source": "Registries count readmissions from surgery or from discharge. This version counts from the discharge.", "window": {"days": 30}, "version": 2, "criteria": [{"id": "inpatient", "text": "A stay in hospital that was not planned, after the discharge."}, {"id": "all-cause", "text": "For whatever reason; related ones are told by the code of the readmission."}], "evidence": "assessment", "denominator": "without-died"}}', NULL, 'definition_published', '2026-11-27 04:15:50.375223+00', 'lakeside', 'Periop.Domain.Outcomes.DefinitionPublished, Periop.Domain', NULL, NULL, NULL, 'periop', false, false);
INSERT INTO periop_events.mt_events_default VALUES (76, '17521815-1367-4f82-925a-53167965bec1', '4fdd1945-1e8a-5093-9642-3884ca63a13d', 1, '{"content": "f5f34839838952a744fe8e49e07ba914893a2418a08ac5e30c2cb5f1cfcc62a3", "shipped": true, "definition": {"id": "infection-superficial", "kind": "infection-superficial", "grace": 30, "title": "Superficial infection within 90 days", "anchor": "first-incision", "review": "not-required", "source": "Criteria: VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it (2004). The window is Periop''s own, as long as that of the deeper infections, so that the members of the family are counted alike.", "window": {"days": 90}, "version": 2, "criteria": [{"id": "pus", "text": "Pus from the superficial incision."}, {"id": "organism", "text": "An organism from an aseptic culture."}, {"id": "opened", "text": "Signs of infection, and the incision was opened on purpose; not when the culture was negative."}, {"id": "diagnosis", "text": "Diagnosed as a superficial infection by a physician."}, {"id": "not-else", "text": "Only skin or subcutaneous tissue. No stitch abscess, no infected burn, and no infection that reaches deeper."}], "evidence": "assessment", "denominator": "without-died"}}', NULL, 'definition_published', '2026-11-27 04:15:50.375118+00', 'lakeside', 'Periop.Domain.Outcomes.DefinitionPublished, Periop.Domain', NULL, NULL, NULL, 'periop', false, false);
INSERT INTO periop_events.mt_events_default VALUES (77, '6bcfdce0-448c-4d56-84c9-daa638a1bea7', '22c2c677-7366-5958-b293-5d837e6d49aa', 1, '{"content": "1aca937f286037641993785d88e71f8456d71fee0f5dd30d0c0baccd62c83192", "shipped": true, "definition": {"id": "nerve-injury", "kind": "nerve-injury", "grace": 30, "title": "Nerve injury within 30 days", "anchor": "first-incision", "review": "not-required", "source": "VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it, peripheral nerve injury (2007). To be confirmed: which plexuses and nerves its list names.", "window": {"days": 30}, "version": 1, "criteria": [{"id": "motor", "text": "A motor deficit. A loss of feeling alone does not count."}, {"id": "named-nerve", "text": "Of one of the cervical, brachial or lumbosacral plexuses, or of a named peripheral nerve."}], "evidence": "assessment", "denominator": "without-died"}}', NULL, 'definition_published', '2026-11-27 04:15:50.375144+00', 'lakeside', 'Periop.Domain.Outcomes.DefinitionPublished, Periop.Domain', NULL, NULL, NULL, 'periop', false, false);
INSERT INTO periop_events.mt_events_default VALUES (78, 'ad0b1308-64f2-41d8-8356-14df37571e95', '831c0803-e853-5114-8f7c-10cfa6ed55cc', 1, '{"content": "025165692d3d438cf5ef697ec64fc2a2bf9a3e129d185ec7d401a5ff98efd91a", "shipped": true, "definition": {"id": "nerve-injury", "kind": "nerve-injury", "grace": 30, "title": "New motor deficit within 6 weeks", "anchor": "first-incision", "review": "not-required", "source": "Periop''s own for the spine: motor strength is examined again at 6 weeks. To be confirmed: the threshold of one MRC grade or an ASIA fall, against a primary text.", "window": {"days": 42}, "version": 2, "criteria": [{"id": "motor-grade", "text": "A new motor deficit of at least one grade of the MRC scale against the baseline before surgery."}, {"id": "asia", "text": "Or a fall of at least one grade on the ASIA impairment scale against the baseline."}], "evidence": "assessment", "denominator": "without-died"}}', NULL, 'definition_published', '2026-11-27 04:15:50.375156+00', 'lakeside', 'Periop.Domain.Outcomes.DefinitionPublished, Periop.Domain', NULL, NULL, NULL, 'periop', false, false);
INSERT INTO periop_events.mt_events_default VALUES (79, 'a7cb1c47-bc88-4f5c-bed9-8885a38ffcde', 'd3806631-35da-534a-b5e5-7a32d08e3645', 1, '{"content": "8bf004d5b2b1227304f11e7aa916deea2cb2b3bc5dd35e66aa193e4d911429b2", "shipped": true, "definition": {"id": "non-union", "kind": "non-union", "grace": 60, "title": "Non-union at 12 months", "anchor": "first-incision", "review": "not-required", "source": "Periop''s own, assessed at 12 months: what is found absent from day 300 on counts at the close. To be confirmed: the criteria, which no primary text was checked for.", "window": {"days": 365}, "version": 1, "criteria": [{"id": "no-bridging", "text": "No bridging bone on a CT scan."}, {"id": "motion", "text": "Motion of the segment, or lucency around the implants."}, {"id": "revision", "text": "Or a revision for pseudarthrosis."}], "evidence": "assessment", "denominator": "without-died", "assessedFrom": 300}}', NULL, 'definition_published', '2026-11-27 04:15:50.375169+00', 'lakeside', 'Periop.Domain.Outcomes.DefinitionPublished, Periop.Domain', NULL, NULL, NULL, 'periop', false, false);
INSERT INTO periop_events.mt_events_default VALUES (80, 'feeaa1e4-badf-41c6-a9c9-1f2002780c8d', 'af5d8921-8f67-5320-a6aa-b158b5599b0b', 1, '{"content": "a2d93ead43e2661cd52115d07b374f6e48c0fcc6b729fa1eb227b67d3f9a9054", "shipped": true, "definition": {"id": "non-union", "kind": "non-union", "grace": 60, "title": "Non-union at 24 months", "anchor": "first-incision", "review": "not-required", "source": "Periop''s own, assessed at 24 months: what is found absent from day 660 on counts at the close. To be confirmed: the criteria, which no primary text was checked for.", "window": {"days": 730}, "version": 2, "criteria": [{"id": "no-bridging", "text": "No bridging bone on a CT scan."}, {"id": "motion", "text": "Motion of the segment, or lucency around the implants."}, {"id": "revision", "text": "Or a revision for pseudarthrosis."}], "evidence": "assessment", "denominator": "without-died", "assessedFrom": 660}}', NULL, 'definition_published', '2026-11-27 04:15:50.375183+00', 'lakeside', 'Periop.Domain.Outcomes.DefinitionPublished, Periop.Domain', NULL, NULL, NULL, 'periop', false, false);
INSERT INTO periop_events.mt_events_default VALUES (81, '4534c88c-1808-40a9-b21b-d720448f8f52', '6d863e13-93a3-56e4-8b54-240d6e39a1cd', 1, '{"content": "9936a09fae636246fc5403e10f2716b810589a80ea7ce92aacb689b5db62d461", "shipped": true, "definition": {"id": "pulmonary-embolism", "kind": "pulmonary-embolism", "grace": 30, "title": "Pulmonary embolism within 30 days", "anchor": "first-incision", "review": "not-required", "source": "VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it (2007).", "window": {"days": 30}, "version": 1, "criteria": [{"id": "imaging", "text": "A ventilation-perfusion scan of high probability, a pulmonary arteriogram or a CT angiogram shows it."}], "evidence": "assessment", "denominator": "without-died"}}', NULL, 'definition_published', '2026-11-27 04:15:50.375199+00', 'lakeside', 'Periop.Domain.Outcomes.DefinitionPublished, Periop.Domain', NULL, NULL, NULL, 'periop', false, false);
INSERT INTO periop_events.mt_events_default VALUES (82, 'eddfcfac-200b-424c-8e4d-6806c165d77a', '56166aa0-c99c-5240-97b8-9a975ad4bc79', 1, '{"content": "8af86444d9e19149ea9fcc85d93ef628abcf361b5e272145797a4b5875a32c1b", "shipped": true, "definition": {"id": "readmission", "kind": "readmission", "grace": 30, "title": "Readmission within 30 days of surgery", "anchor": "first-incision", "review": "not-required", "source": "Registries count readmissions from surgery or from discharge. This version counts from the first incision: who stays long has less time to be readmitted.", "window": {"days": 30}, "version": 1, "criteria": [{"id": "inpatient", "text": "A stay in hospital that was not planned, after the discharge."}, {"id": "all-cause", "text": "For whatever reason; related ones are told by the code of the readmission."}], "evidence": "assessment", "denominator": "without-died"}}', NULL, 'definition_published', '2026-11-27 04:15:50.375211+00', 'lakeside', 'Periop.Domain.Outcomes.DefinitionPublished, Periop.Domain', NULL, NULL, NULL, 'periop', false, false);
INSERT INTO periop_events.mt_events_default VALUES (94, 'd1aca390-0a14-469d-88ad-a9cae0b7e590', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70', 6, '{"source": "live", "content": "359f199e6272fa9c67e53b657c7bfc0f6970495c3651b70d2fac3f206e388734", "entryId": "01a21b37-e9d7-7559-9228-b9f9633aa4f8", "position": "prone", "occurredAt": "2026-11-27T04:16:18.905119+00:00"}', NULL, 'patient_positioned', '2026-11-27 04:16:18.905119+00', 'general', 'Periop.Domain.Cases.PatientPositioned, Periop.Domain', '00836bd015832949b6a03600852d3bb6', '08df4c3d-2fd3-fe8a-4e93-0d9d96970000', 'null', 'developer', false, false);
INSERT INTO periop_events.mt_events_default VALUES (84, '8f69f912-9a90-40b1-aa03-92904c9dfbf5', '32fc99e1-cec6-5ad9-9638-d26f5bc77608', 1, '{"content": "a9ac209cead030790c2d9155f508cf89ee1af1d8f1e1461da4140e27d36a1eee", "shipped": true, "definition": {"id": "retained-item", "kind": "retained-item", "grace": 30, "title": "Retained item within 30 days", "anchor": "first-incision", "review": "not-required", "source": "One of the outcomes of VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it. To be confirmed: its wording.", "window": {"days": 30}, "version": 1, "criteria": [{"id": "left-behind", "text": "A sponge, a sharp, an instrument or a part of one was left in the patient without intent."}, {"id": "after-closure", "text": "It was found after the wound was closed."}], "evidence": "assessment", "denominator": "without-died"}}', NULL, 'definition_published', '2026-11-27 04:15:50.375235+00', 'lakeside', 'Periop.Domain.Outcomes.DefinitionPublished, Periop.Domain', NULL, NULL, NULL, 'periop', false, false);
INSERT INTO periop_events.mt_events_default VALUES (85, '1df1b384-574b-4dae-879a-126ddb6f0626', '0e7711dc-848a-5ed4-80f8-1676623928ff', 1, '{"content": "0fbe314f2e74cb5f79ddb10685957f875e349fba485b11ab1816ebc39a607ca5", "shipped": true, "definition": {"id": "return-to-room", "kind": "return-to-room", "grace": 30, "title": "Return to the operating room within 30 days", "anchor": "first-incision", "review": "not-required", "source": "Periop''s own. Registries report returns at 30 days and at 90; this version has 30.", "window": {"days": 30}, "version": 1, "criteria": [{"id": "unplanned", "text": "An operation that was not planned."}, {"id": "related", "text": "It is related to this one."}, {"id": "no-stage", "text": "No planned stage: a return that is marked as planned, or whose case is a stage of this one, does not count."}], "evidence": "assessment", "denominator": "without-died"}}', NULL, 'definition_published', '2026-11-27 04:15:50.375256+00', 'lakeside', 'Periop.Domain.Outcomes.DefinitionPublished, Periop.Domain', NULL, NULL, NULL, 'periop', false, false);
INSERT INTO periop_events.mt_events_default VALUES (86, 'e9d8c689-9263-4c40-aeac-b17d6e221135', 'f8dc4cc4-c9b4-50c6-a49f-dbcdca9a840c', 1, '{"content": "7bd71df87e78f300613c9e0f45de9011f113ca73049fee2d38b37cedfeff9b99", "shipped": true, "definition": {"id": "return-to-room", "kind": "return-to-room", "grace": 30, "title": "Return to the operating room within 90 days", "anchor": "first-incision", "review": "not-required", "source": "Periop''s own. Registries report returns at 30 days and at 90; this version has 90.", "window": {"days": 90}, "version": 2, "criteria": [{"id": "unplanned", "text": "An operation that was not planned."}, {"id": "related", "text": "It is related to this one."}, {"id": "no-stage", "text": "No planned stage: a return that is marked as planned, or whose case is a stage of this one, does not count."}], "evidence": "assessment", "denominator": "without-died"}}', NULL, 'definition_published', '2026-11-27 04:15:50.375271+00', 'lakeside', 'Periop.Domain.Outcomes.DefinitionPublished, Periop.Domain', NULL, NULL, NULL, 'periop', false, false);
INSERT INTO periop_events.mt_events_default VALUES (87, '4fb37a9a-ad82-4895-a989-60bcc4cccf4e', '6e12f90e-4a61-50e1-806f-5d3edf1cfe8e', 1, '{"content": "13ae8b8a0fb313cb7722bd60f0acdec9fc0d491cf6d2ad1e9d8e5f14948e9b57", "shipped": true, "definition": {"id": "wound-disruption", "kind": "wound-disruption", "grace": 30, "title": "Wound disruption within 30 days", "anchor": "first-incision", "review": "not-required", "source": "One of the outcomes of VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it. To be confirmed: its wording.", "window": {"days": 30}, "version": 1, "criteria": [{"id": "separation", "text": "The layers of the wound came apart, in part or as a whole, fascia included."}], "evidence": "assessment", "denominator": "without-died"}}', NULL, 'definition_published', '2026-11-27 04:15:50.375282+00', 'lakeside', 'Periop.Domain.Outcomes.DefinitionPublished, Periop.Domain', NULL, NULL, NULL, 'periop', false, false);
INSERT INTO periop_events.mt_events_default VALUES (88, '548bb9b0-2eb1-4b0c-b21b-270dc9912982', '0ead21eb-12e8-5f62-987d-5ede9b35f147', 1, '{"content": "c3b762f3e82a5be9ed1d2d106ac98778d9712d590b218562dc0ffc6dbae33d7b", "shipped": true, "definition": {"id": "wrong-level", "kind": "wrong-level", "grace": 30, "title": "Wrong level, side or patient", "anchor": "first-incision", "review": "not-required", "source": "Periop''s own. It happens at surgery, so that its onset is then, whenever it is noticed. It counts without limit where it is reviewed; a rate needs a close, and has that of a year. Signed by surgeon and circulating nurse, the record says what was performed.", "window": {"days": 365}, "version": 1, "criteria": [{"id": "differs", "text": "What was performed differs from what was consented or planned, in level, side or patient."}, {"id": "no-decision", "text": "Nobody documented the decision to depart from it."}], "evidence": "signed", "denominator": "without-died"}}', NULL, 'definition_published', '2026-11-27 04:15:50.375342+00', 'lakeside', 'Periop.Domain.Outcomes.DefinitionPublished, Periop.Domain', NULL, NULL, NULL, 'periop', false, false);
INSERT INTO periop_events.mt_events_default VALUES (89, '79e8ebe9-ff1f-47a3-b31b-2827cfc9b072', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70', 1, '{"room": "OR 2", "source": "live", "content": "31555ea17138228dfdd6fc5ece1306c159535f70ddd0f1adc286f420e10d13cf", "entryId": "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70", "service": "spine", "surgeon": "S-07", "patientId": "3a70e828-b106-4294-9945-67543325d5b4", "procedure": {"grade": 2, "family": "spinal-osteotomy", "levels": ["L3"]}, "caseNumber": "2026-0170", "occurredAt": "2026-11-27T04:16:17.762382+00:00", "roomUnknown": true, "scheduledMinutes": 90}', NULL, 'case_scheduled', '2026-11-27 04:16:17.762382+00', 'general', 'Periop.Domain.Cases.CaseScheduled, Periop.Domain', 'a1f32b2994ca4e617f267054e8b12137', '08df4c3d-2f1e-1511-4e93-0d9d96970000', NULL, 'developer', false, false);
INSERT INTO periop_events.mt_events_default VALUES (90, 'dd8d9f63-6efc-4172-bd52-b1296c8df96b', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70', 2, '{"source": "live", "content": "0e7dea9630ef4464c82dcfc3580a9088004dee35662ff62cf5dde11fff0e754f", "entryId": "01a21b37-e731-7067-ad7e-dd098820a73b", "occurredAt": "2026-11-27T03:16:18+00:00"}', NULL, 'patient_entered_room', '2026-11-27 04:16:18.266562+00', 'general', 'Periop.Domain.Cases.PatientEnteredRoom, Periop.Domain', '4246ae9c372379a9e2db7e2c4d29cb55', '08df4c3d-2f6c-92a6-4e93-0d9d96970000', 'null', 'developer', false, false);
INSERT INTO periop_events.mt_events_default VALUES (91, 'cad8e1e3-59b4-44e3-95cc-69a48194c04c', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70', 3, '{"type": "general", "source": "live", "content": "3a6e11237e4de698299fc78efd500c6c49772161b2147ff2b289937e994d7490", "entryId": "01a21b37-e890-7a0d-b26b-ff439e33b8fe", "occurredAt": "2026-11-27T04:13:18+00:00"}', NULL, 'anesthesia_started', '2026-11-27 04:16:18.581994+00', 'general', 'Periop.Domain.Cases.AnesthesiaStarted, Periop.Domain', '402ff34f6166f326a707e5b85496a33c', '08df4c3d-2fa2-09a3-4e93-0d9d96970000', 'null', 'developer', false, false);
INSERT INTO periop_events.mt_events_default VALUES (92, 'e5da11f0-db3d-40cf-a315-34fdf17eec03', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70', 4, '{"phase": "sign-in", "source": "live", "content": "cdb6bf1f73b3badafcf25676f78cf13998d83d8283ff1228842e17407c0ebe61", "entryId": "01a21b37-e8d9-76e8-a1cd-aa222d5294d1", "occurredAt": "2026-11-27T04:16:18.659545+00:00"}', NULL, 'safety_check_completed', '2026-11-27 04:16:18.659545+00', 'general', 'Periop.Domain.Cases.SafetyCheckCompleted, Periop.Domain', '74ea88a30dfd0d6c6d5e0506e429abe1', '08df4c3d-2fad-2cdf-4e93-0d9d96970000', 'null', 'developer', false, false);
INSERT INTO periop_events.mt_events_default VALUES (93, '642033a6-1333-4503-9a4d-f9323d85cab2', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70', 5, '{"source": "live", "content": "55063ab6280e6d5326b87a036ecbb81720c63ef203b776d6d7313bb673e48629", "entryId": "01a21b37-e953-7c3c-8ed2-d84f1192c36c", "occurredAt": "2026-11-27T04:09:18+00:00"}', NULL, 'anesthesia_induced', '2026-11-27 04:16:18.773953+00', 'general', 'Periop.Domain.Cases.AnesthesiaInduced, Periop.Domain', 'f3b0d8c92ce1267db3b23090fd090903', '08df4c3d-2fbf-cac9-4e93-0d9d96970000', 'null', 'developer', false, false);
INSERT INTO periop_events.mt_events_default VALUES (99, 'ab983949-c1de-4960-9bb6-5121a83e7700', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70', 11, '{"udi": "(01)51022222233336(10)C7", "kind": "pedicle-screw", "side": "left", "levels": ["L3"], "source": "live", "content": "b776c00f6c735eda37d1e1a42486a23cb7fcfe74e181fbe70ef81a58703f65d4", "entryId": "0198d2f4-11a0-7d52-8c6f-2f7b90a1c3f2", "quantity": 1, "occurredAt": "2026-11-27T04:16:19.847542+00:00"}', NULL, 'hardware_placed', '2026-11-27 04:16:19.847542+00', 'general', 'Periop.Domain.Cases.HardwarePlaced, Periop.Domain', '84f2c77625aeee5068f4f55b4e7f6fe1', '08df4c3d-3063-abde-4e93-0d9d96970000', 'null', 'developer', false, false);
INSERT INTO periop_events.mt_events_default VALUES (104, '6e88b2bb-6a01-4163-ba44-96df61de6b9b', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70', 16, '{"phase": "sign-out", "source": "live", "content": "21838fe7f4bfbc4469d1a9c45362e29c4c749c78a99d7a8037914f867293ff2a", "entryId": "01a21b37-f1f2-7fa7-8737-0c98a618f915", "occurredAt": "2026-11-27T04:16:20.989873+00:00"}', NULL, 'safety_check_completed', '2026-11-27 04:16:20.989873+00', 'general', 'Periop.Domain.Cases.SafetyCheckCompleted, Periop.Domain', '06939d90cba11a6b30bf04482af2f03b', '08df4c3d-3110-7fe4-4e93-0d9d96970000', 'null', 'developer', false, false);
INSERT INTO periop_events.mt_events_default VALUES (105, 'decc9890-ed9a-4f46-a07b-82404698db8a', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70', 17, '{"source": "live", "content": "6b38c7075b7fbed991e3cf656e2710ce2280e25680368db08877c44bc41c8caa", "entryId": "01a21b37-f241-7db6-9a75-9c0acbdaf324", "occurredAt": "2026-11-27T04:16:21.073136+00:00"}', NULL, 'patient_left_room', '2026-11-27 04:16:21.073136+00', 'general', 'Periop.Domain.Cases.PatientLeftRoom, Periop.Domain', '923d46406d56b3ac5c81f9de2ded7031', '08df4c3d-311e-b635-4e93-0d9d96970000', 'null', 'developer', false, false);
INSERT INTO periop_events.mt_events_default VALUES (100, '3f4d7586-eb0c-4e99-a7f9-d5bacea2718f', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70', 12, '{"code": "malposition", "source": "live", "content": "d328b95da15a01c378c7659027e21397d796a8293462a73c26db2d7156ad7f51", "entryId": "01a21b37-eec8-7d0d-ba06-e277bac63e02", "occurredAt": "2026-11-27T04:16:20.192773+00:00", "targetEntryId": "0198d2f4-11a0-7d52-8c6f-2f7b90a1c3f2"}', NULL, 'hardware_removed', '2026-11-27 04:16:20.192773+00', 'general', 'Periop.Server.Store.HardwareRemovedV1, Periop.Server', 'b93acf8e86466583c015a63c13a8102b', '08df4c3d-3095-096f-4e93-0d9d96970000', 'null', 'developer', false, false);
INSERT INTO periop_events.mt_events_default VALUES (107, '5a094974-b62a-4ea6-89f8-03503d441428', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70', 19, '{"kind": "dural-tear", "source": "live", "content": "2e5fa4b351fc81e45170249c9e4f4c55fda88ef03e2dc6a483ff0f0bdb866177", "entryId": "01a21b37-f306-7269-8c66-9c3ff0042ddc", "occurredAt": "2026-11-27T04:16:21.257201+00:00"}', NULL, 'complication_reported', '2026-11-27 04:16:21.257201+00', 'general', 'Periop.Domain.Cases.ComplicationReported, Periop.Domain', '0ca365f9cec5d3bc24926409e8b8bdcc', '08df4c3d-313a-bae1-4e93-0d9d96970000', 'null', 'developer', false, false);
INSERT INTO periop_events.mt_events_default VALUES (102, '1b48ac19-477d-4997-88fb-1030df46504d', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70', 14, '{"method": "sutures", "source": "live", "content": "8eca7be489548cf838592491721808c143cad3d72b5759a44e8e17593f55df55", "entryId": "01a21b37-f126-740f-bf34-4c9480146299", "occurredAt": "2026-11-27T04:16:20.778927+00:00"}', NULL, 'wound_closed', '2026-11-27 04:16:20.778927+00', 'general', 'Periop.Domain.Cases.WoundClosed, Periop.Domain', 'f2cc3b4d8492f2617d4d59f1eeb56b64', '08df4c3d-30f1-f04b-4e93-0d9d96970000', 'null', 'developer', false, false);
INSERT INTO periop_events.mt_events_default VALUES (106, 'd7d37032-7d97-4166-87da-9115af2a1f9b', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70', 18, '{"reason": "read off the monitor", "source": "live", "content": "7c77ecef92f953326753cf2a1e5d77e1305c7b41fc99df3e0f4ecb2f0c28eab6", "entryId": "01a21b37-f29b-7454-8509-beed935fb60d", "occurredAt": "2026-11-27T04:16:21.15045+00:00", "correctedTo": "2026-11-27T04:14:21+00:00", "targetEntryId": "0198d2f4-11a0-7d52-8c6f-2f7b90a1c3f1"}', NULL, 'time_corrected', '2026-11-27 04:16:21.15045+00', 'general', 'Periop.Domain.Cases.TimeCorrected, Periop.Domain', 'aca93050f88e742fedaf410d4a734a0f', '08df4c3d-312a-6df2-4e93-0d9d96970000', 'null', 'developer', false, false);
INSERT INTO periop_events.mt_events_default VALUES (103, '77487336-caa7-4104-939d-1e3461cbeec6', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70', 15, '{"source": "live", "content": "1b1ff14e6af0560152dc3c311d59c2853ff6bcbcb0d58e4c385751e733a27254", "entryId": "01a21b37-f182-7d73-8785-a8291161fddf", "occurredAt": "2026-11-27T04:16:20.871295+00:00"}', NULL, 'dressing_applied', '2026-11-27 04:16:20.871295+00', 'general', 'Periop.Domain.Cases.DressingApplied, Periop.Domain', '488c54a516e35838605ef66d06aa8699', '08df4c3d-30ff-74c3-4e93-0d9d96970000', 'null', 'developer', false, false);
INSERT INTO periop_events.mt_streams_default VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f40', 'surgical_case', 5, '2026-11-26 05:27:25.285085+00', '2026-11-26 05:27:24.055625+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f50', 'surgical_case', 5, '2026-11-26 05:27:25.321114+00', '2026-11-26 05:27:24.487416+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30', 'surgical_case', 8, '2026-11-26 05:27:25.526968+00', '2026-11-26 05:27:21.713972+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f60', 'surgical_case', 7, '2026-11-26 12:05:15.66739+00', '2026-11-26 12:05:15.303506+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('general', '01a217be-e349-74eb-adee-5ec1fb87c3f7', 'recall', 1, '2026-11-26 12:05:15.798401+00', '2026-11-26 12:05:15.798401+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('general', '01a21652-a884-770b-a44b-4643a75cf51d', 'recall', 2, '2026-11-26 12:05:15.887645+00', '2026-11-26 05:27:25.585651+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('general', '1ff95db8-fbff-513c-81ef-32bd477fd46a', 'outcome_definition', 1, '2026-11-27 04:15:49.938143+00', '2026-11-27 04:15:49.938143+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('general', 'a0bef899-66d4-5d16-be15-c46aa016ecbc', 'outcome_definition', 1, '2026-11-27 04:15:49.938143+00', '2026-11-27 04:15:49.938143+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('general', '23fd558d-f592-52e6-8359-cf2fdd795c60', 'outcome_definition', 1, '2026-11-27 04:15:49.938143+00', '2026-11-27 04:15:49.938143+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('general', '4b6f8daf-a5e8-5da4-a333-ad8df538c1ba', 'outcome_definition', 1, '2026-11-27 04:15:49.938143+00', '2026-11-27 04:15:49.938143+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('general', 'fca707eb-8620-5052-99a3-8744cffd6a09', 'outcome_definition', 1, '2026-11-27 04:15:49.938143+00', '2026-11-27 04:15:49.938143+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('general', '2dddc0d4-ff1f-5e45-9dae-a5a4347e92fe', 'outcome_definition', 1, '2026-11-27 04:15:49.938143+00', '2026-11-27 04:15:49.938143+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('general', 'fc3ab561-991f-5816-bff7-0b41fd2567a2', 'outcome_definition', 1, '2026-11-27 04:15:49.938143+00', '2026-11-27 04:15:49.938143+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('general', '806c1a81-1f8d-5df3-b8e6-d2c56a9f6f65', 'outcome_definition', 1, '2026-11-27 04:15:49.938143+00', '2026-11-27 04:15:49.938143+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('general', '60f27f09-9fc5-5c0c-91e3-8231518e47ce', 'outcome_definition', 1, '2026-11-27 04:15:49.938143+00', '2026-11-27 04:15:49.938143+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('general', '9539913d-34bc-506d-bc8f-ac079e0c4249', 'outcome_definition', 1, '2026-11-27 04:15:49.938143+00', '2026-11-27 04:15:49.938143+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('general', 'fc3822a1-bb10-5436-a3b5-36e856e9772d', 'outcome_definition', 1, '2026-11-27 04:15:49.938143+00', '2026-11-27 04:15:49.938143+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('general', '7ea77e63-19af-59cc-b9cd-31a4f4858dfb', 'outcome_definition', 1, '2026-11-27 04:15:49.938143+00', '2026-11-27 04:15:49.938143+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('general', 'fa3dd2bf-7294-526f-be67-f22a2b7f5c33', 'outcome_definition', 1, '2026-11-27 04:15:49.938143+00', '2026-11-27 04:15:49.938143+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('general', '1b8aefc2-8062-56e2-be07-b1f9c5128de1', 'outcome_definition', 1, '2026-11-27 04:15:49.938143+00', '2026-11-27 04:15:49.938143+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('general', 'fc62af4d-70cf-593d-8a9d-bd7613c7d9b3', 'outcome_definition', 1, '2026-11-27 04:15:49.938143+00', '2026-11-27 04:15:49.938143+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('general', 'fec0f9b1-3e88-5ee2-8a72-3080dbeec152', 'outcome_definition', 1, '2026-11-27 04:15:49.938143+00', '2026-11-27 04:15:49.938143+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('general', '6420263f-2be0-5962-8608-ef2b2bac4166', 'outcome_definition', 1, '2026-11-27 04:15:49.938143+00', '2026-11-27 04:15:49.938143+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('general', 'a75be43e-ebc6-5247-884a-4d698269cfdb', 'outcome_definition', 1, '2026-11-27 04:15:49.938143+00', '2026-11-27 04:15:49.938143+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('general', '5a4a2005-baad-577e-a26b-ee83498e2d21', 'outcome_definition', 1, '2026-11-27 04:15:49.938143+00', '2026-11-27 04:15:49.938143+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('general', 'e7432ca7-d31a-5f8c-84f7-74400e10dc9e', 'outcome_definition', 1, '2026-11-27 04:15:49.938143+00', '2026-11-27 04:15:49.938143+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('general', '8025d992-7609-557f-a572-413350b5adff', 'outcome_definition', 1, '2026-11-27 04:15:49.938143+00', '2026-11-27 04:15:49.938143+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('general', 'a2ccdb1f-9398-54a7-b4a3-dd2f14dffa57', 'outcome_definition', 1, '2026-11-27 04:15:49.938143+00', '2026-11-27 04:15:49.938143+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('general', 'eb6055d6-47d7-5295-a9ff-9a6dbc8c42ca', 'outcome_definition', 1, '2026-11-27 04:15:49.938143+00', '2026-11-27 04:15:49.938143+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('general', 'a9df3afa-4c90-5f87-8e7e-1c126c98bb89', 'outcome_definition', 1, '2026-11-27 04:15:49.938143+00', '2026-11-27 04:15:49.938143+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('general', '8f453ff0-1f58-5d64-aebb-5fa4c03ef15c', 'outcome_definition', 1, '2026-11-27 04:15:49.938143+00', '2026-11-27 04:15:49.938143+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('general', '892d167d-bdcb-560d-91f9-8d392da87656', 'outcome_definition', 1, '2026-11-27 04:15:49.938143+00', '2026-11-27 04:15:49.938143+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('general', '1adc1aa0-9cf2-545c-bbc8-1f63a39d399d', 'outcome_definition', 1, '2026-11-27 04:15:49.938143+00', '2026-11-27 04:15:49.938143+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('general', '9ab66191-1324-50b1-9795-9efc003ff9fe', 'outcome_definition', 1, '2026-11-27 04:15:49.938143+00', '2026-11-27 04:15:49.938143+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('general', '16504112-d94b-568e-beb2-9a735c102b7d', 'outcome_definition', 1, '2026-11-27 04:15:49.938143+00', '2026-11-27 04:15:49.938143+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('general', '9700d439-a9a6-5e4f-9409-d99994e182b2', 'outcome_definition', 1, '2026-11-27 04:15:49.938143+00', '2026-11-27 04:15:49.938143+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('lakeside', 'b18637c2-a4ec-558c-8a51-4ccb88de3e8e', 'outcome_definition', 1, '2026-11-27 04:15:50.372134+00', '2026-11-27 04:15:50.372134+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('lakeside', '7b91ab94-b8a5-5905-aeae-5866894e99b1', 'outcome_definition', 1, '2026-11-27 04:15:50.372134+00', '2026-11-27 04:15:50.372134+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('lakeside', '52484e7d-7a0e-5bba-86a9-d341d10ece7a', 'outcome_definition', 1, '2026-11-27 04:15:50.372134+00', '2026-11-27 04:15:50.372134+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('lakeside', 'e740b896-7032-56ee-9c07-b160eae8235e', 'outcome_definition', 1, '2026-11-27 04:15:50.372134+00', '2026-11-27 04:15:50.372134+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('lakeside', 'e2a89271-e034-5e13-98d3-693e2389c37d', 'outcome_definition', 1, '2026-11-27 04:15:50.372134+00', '2026-11-27 04:15:50.372134+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('lakeside', 'a1a42a37-5544-5885-a080-83e5e5fb7d1f', 'outcome_definition', 1, '2026-11-27 04:15:50.372134+00', '2026-11-27 04:15:50.372134+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('lakeside', '15f3b8a3-0340-57fe-bb36-cd97d6422265', 'outcome_definition', 1, '2026-11-27 04:15:50.372134+00', '2026-11-27 04:15:50.372134+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('lakeside', '002bb4d4-27d4-561f-990f-245c544f3d6c', 'outcome_definition', 1, '2026-11-27 04:15:50.372134+00', '2026-11-27 04:15:50.372134+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('lakeside', '611e7d0d-eebc-5b32-ac64-c5f98f8a1e73', 'outcome_definition', 1, '2026-11-27 04:15:50.372134+00', '2026-11-27 04:15:50.372134+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('lakeside', 'b50ddc4a-b3c8-542d-9af0-6171781e24dd', 'outcome_definition', 1, '2026-11-27 04:15:50.372134+00', '2026-11-27 04:15:50.372134+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('lakeside', 'b9d3e74d-b875-52d9-bfa4-808f2f32818e', 'outcome_definition', 1, '2026-11-27 04:15:50.372134+00', '2026-11-27 04:15:50.372134+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('lakeside', '2a8aef59-b5a7-54de-a8ec-3f5413f41ddc', 'outcome_definition', 1, '2026-11-27 04:15:50.372134+00', '2026-11-27 04:15:50.372134+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('lakeside', 'adf0ce91-80b9-52dc-b0f0-c0d0ece3bb9a', 'outcome_definition', 1, '2026-11-27 04:15:50.372134+00', '2026-11-27 04:15:50.372134+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('lakeside', '56f4ec1d-fc9f-58cb-a641-f040ef09ea11', 'outcome_definition', 1, '2026-11-27 04:15:50.372134+00', '2026-11-27 04:15:50.372134+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('lakeside', 'c3cdc8ab-d842-5ea4-a9dd-4a997ed0fee5', 'outcome_definition', 1, '2026-11-27 04:15:50.372134+00', '2026-11-27 04:15:50.372134+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('lakeside', '6116e978-2963-5925-9223-2ce64e64468e', 'outcome_definition', 1, '2026-11-27 04:15:50.372134+00', '2026-11-27 04:15:50.372134+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('lakeside', '6860be7b-a40d-54ef-90fd-bdf47e5ae988', 'outcome_definition', 1, '2026-11-27 04:15:50.372134+00', '2026-11-27 04:15:50.372134+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('lakeside', '4fdd1945-1e8a-5093-9642-3884ca63a13d', 'outcome_definition', 1, '2026-11-27 04:15:50.372134+00', '2026-11-27 04:15:50.372134+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('lakeside', '22c2c677-7366-5958-b293-5d837e6d49aa', 'outcome_definition', 1, '2026-11-27 04:15:50.372134+00', '2026-11-27 04:15:50.372134+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('lakeside', '831c0803-e853-5114-8f7c-10cfa6ed55cc', 'outcome_definition', 1, '2026-11-27 04:15:50.372134+00', '2026-11-27 04:15:50.372134+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('lakeside', 'd3806631-35da-534a-b5e5-7a32d08e3645', 'outcome_definition', 1, '2026-11-27 04:15:50.372134+00', '2026-11-27 04:15:50.372134+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('lakeside', 'af5d8921-8f67-5320-a6aa-b158b5599b0b', 'outcome_definition', 1, '2026-11-27 04:15:50.372134+00', '2026-11-27 04:15:50.372134+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('lakeside', '6d863e13-93a3-56e4-8b54-240d6e39a1cd', 'outcome_definition', 1, '2026-11-27 04:15:50.372134+00', '2026-11-27 04:15:50.372134+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('lakeside', '56166aa0-c99c-5240-97b8-9a975ad4bc79', 'outcome_definition', 1, '2026-11-27 04:15:50.372134+00', '2026-11-27 04:15:50.372134+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('lakeside', 'f36127b5-1718-5280-9144-057e6acace84', 'outcome_definition', 1, '2026-11-27 04:15:50.372134+00', '2026-11-27 04:15:50.372134+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('lakeside', '32fc99e1-cec6-5ad9-9638-d26f5bc77608', 'outcome_definition', 1, '2026-11-27 04:15:50.372134+00', '2026-11-27 04:15:50.372134+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('lakeside', '0e7711dc-848a-5ed4-80f8-1676623928ff', 'outcome_definition', 1, '2026-11-27 04:15:50.372134+00', '2026-11-27 04:15:50.372134+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('lakeside', 'f8dc4cc4-c9b4-50c6-a49f-dbcdca9a840c', 'outcome_definition', 1, '2026-11-27 04:15:50.372134+00', '2026-11-27 04:15:50.372134+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('lakeside', '6e12f90e-4a61-50e1-806f-5d3edf1cfe8e', 'outcome_definition', 1, '2026-11-27 04:15:50.372134+00', '2026-11-27 04:15:50.372134+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('lakeside', '0ead21eb-12e8-5f62-987d-5ede9b35f147', 'outcome_definition', 1, '2026-11-27 04:15:50.372134+00', '2026-11-27 04:15:50.372134+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70', 'surgical_case', 19, '2026-11-27 04:16:21.255646+00', '2026-11-27 04:16:17.712597+00', 0, false);
INSERT INTO periop_register.case_facts_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30', 'case', 1, 4, '2026-11-26 05:27:21.803308+00', '2026-11-26 05:27:23.929821+00', '2026-0117', false, '8ed9411b-84eb-4e4e-85a8-ff023493f727', NULL, NULL, NULL, NULL, NULL, NULL, false, NULL, NULL, false, NULL, NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '{}', NULL, '[]', '[]', 'OR-1', NULL, NULL, 'spinal-osteotomy', 'posterior', NULL, NULL, NULL);
INSERT INTO periop_register.case_facts_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30', 'case', 4, NULL, '2026-11-26 05:27:23.929821+00', NULL, '2026-0117', true, '8ed9411b-84eb-4e4e-85a8-ff023493f727', NULL, '2026-11-26 05:27:23.929821+00', '01a21652-a200-7689-bab2-294fc479ec8d', NULL, NULL, NULL, false, NULL, NULL, false, NULL, NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '{}', NULL, '[]', '[]', 'OR-1', NULL, NULL, 'spinal-osteotomy', 'posterior', NULL, NULL, NULL);
INSERT INTO periop_register.case_facts_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f40', 'case', 5, 8, '2026-11-26 05:27:24.076488+00', '2026-11-26 05:27:24.469581+00', '2026-0118', false, '45671ded-0bd2-47c9-b72a-404844ba816b', NULL, NULL, NULL, NULL, NULL, NULL, false, NULL, NULL, false, NULL, NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '{}', NULL, '[]', '[]', 'OR-1', NULL, NULL, 'spinal-osteotomy', 'posterior', NULL, NULL, NULL);
INSERT INTO periop_register.case_facts_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f40', 'case', 8, NULL, '2026-11-26 05:27:24.469581+00', NULL, '2026-0118', true, '45671ded-0bd2-47c9-b72a-404844ba816b', NULL, '2026-11-26 05:27:24.469581+00', '01a21652-a433-7cb2-bb85-b55f3f00a9a5', NULL, NULL, NULL, false, NULL, NULL, false, NULL, NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '{}', NULL, '[]', '[]', 'OR-1', NULL, NULL, 'spinal-osteotomy', 'posterior', NULL, NULL, NULL);
INSERT INTO periop_register.case_facts_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f50', 'case', 9, 12, '2026-11-26 05:27:24.487996+00', '2026-11-26 05:27:24.860923+00', '2026-0119', false, 'edc738da-497b-46ad-bb9f-0386918f7f0f', NULL, NULL, NULL, NULL, NULL, NULL, false, NULL, NULL, false, NULL, NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '{}', NULL, '[]', '[]', 'OR-1', NULL, NULL, 'spinal-osteotomy', 'posterior', NULL, NULL, NULL);
INSERT INTO periop_register.case_facts_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f50', 'case', 12, NULL, '2026-11-26 05:27:24.860923+00', NULL, '2026-0119', true, 'edc738da-497b-46ad-bb9f-0386918f7f0f', NULL, '2026-11-26 05:27:24.860923+00', '01a21652-a5b3-7a19-8f32-39c80a925f3e', NULL, NULL, NULL, false, NULL, NULL, false, NULL, NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '{}', NULL, '[]', '[]', 'OR-1', NULL, NULL, 'spinal-osteotomy', 'posterior', NULL, NULL, NULL);
INSERT INTO periop_register.case_facts_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f60', 'case', 20, 23, '2026-11-26 12:05:15.321157+00', '2026-11-26 12:05:15.541828+00', '2026/0120', false, '8103c17b-8b53-4a9e-be05-cd6d4432d2d4', NULL, NULL, NULL, NULL, NULL, NULL, false, NULL, NULL, false, NULL, NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '{}', NULL, '[]', '[]', 'OR 1', 'surgeon-1', NULL, 'spinal-osteotomy', NULL, NULL, NULL, NULL);
INSERT INTO periop_register.case_facts_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f60', 'case', 23, 26, '2026-11-26 12:05:15.541828+00', '2026-11-26 12:05:15.669545+00', '2026/0120', true, '8103c17b-8b53-4a9e-be05-cd6d4432d2d4', NULL, '2026-11-26 12:05:15.541828+00', '0198d2f4-11a0-7d52-8c6f-2f7b90a1c3e1', NULL, NULL, NULL, false, NULL, NULL, false, NULL, NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '{}', NULL, '[]', '[]', 'OR 1', 'surgeon-1', NULL, 'spinal-osteotomy', NULL, NULL, NULL, NULL);
INSERT INTO periop_register.case_facts_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f60', 'case', 26, NULL, '2026-11-26 12:05:15.669545+00', NULL, '2026/0120', true, '8103c17b-8b53-4a9e-be05-cd6d4432d2d4', NULL, '2026-11-26 11:50:00+00', '0198d2f4-11a0-7d52-8c6f-2f7b90a1c3e1', NULL, NULL, NULL, false, NULL, NULL, false, NULL, NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '{}', NULL, '[]', '[]', 'OR 1', 'surgeon-1', NULL, 'spinal-osteotomy', NULL, NULL, NULL, NULL);
INSERT INTO periop_register.case_facts_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70', 'case', 89, 97, '2026-11-27 04:16:17.762382+00', '2026-11-27 04:16:19.224418+00', '2026-0170', false, '3a70e828-b106-4294-9945-67543325d5b4', NULL, NULL, NULL, NULL, NULL, NULL, false, NULL, NULL, false, NULL, NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '{}', NULL, '[]', '[]', 'OR 2', 'S-07', 'spine', 'spinal-osteotomy', NULL, NULL, NULL, NULL);
INSERT INTO periop_register.case_facts_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70', 'case', 97, 98, '2026-11-27 04:16:19.224418+00', '2026-11-27 04:16:19.555384+00', '2026-0170', true, '3a70e828-b106-4294-9945-67543325d5b4', NULL, '2026-11-27 04:16:19.224418+00', '0198d2f4-11a0-7d52-8c6f-2f7b90a1c3f1', NULL, NULL, NULL, false, NULL, NULL, false, NULL, NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '{}', NULL, '[]', '[]', 'OR 2', 'S-07', 'spine', 'spinal-osteotomy', NULL, NULL, NULL, NULL);
INSERT INTO periop_register.case_facts_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70', 'case', 98, 105, '2026-11-27 04:16:19.555384+00', '2026-11-27 04:16:21.073136+00', '2026-0170', true, '3a70e828-b106-4294-9945-67543325d5b4', NULL, '2026-11-27 04:16:19.224418+00', '0198d2f4-11a0-7d52-8c6f-2f7b90a1c3f1', NULL, NULL, NULL, false, NULL, NULL, false, NULL, NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '{}', NULL, '[]', '[]', 'OR 2', 'S-07', 'spine', 'spinal-osteotomy', 'posterior', 2, 1, 'lumbar');
INSERT INTO periop_register.case_facts_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70', 'case', 105, 106, '2026-11-27 04:16:21.073136+00', '2026-11-27 04:16:21.15045+00', '2026-0170', true, '3a70e828-b106-4294-9945-67543325d5b4', NULL, '2026-11-27 04:16:19.224418+00', '0198d2f4-11a0-7d52-8c6f-2f7b90a1c3f1', '2026-11-27 04:16:21.073136+00', '01a21b37-f241-7db6-9a75-9c0acbdaf324', NULL, false, NULL, NULL, false, NULL, NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '{}', NULL, '[]', '[]', 'OR 2', 'S-07', 'spine', 'spinal-osteotomy', 'posterior', 2, 1, 'lumbar');
INSERT INTO periop_register.case_facts_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70', 'case', 106, NULL, '2026-11-27 04:16:21.15045+00', NULL, '2026-0170', true, '3a70e828-b106-4294-9945-67543325d5b4', NULL, '2026-11-27 04:14:21+00', '0198d2f4-11a0-7d52-8c6f-2f7b90a1c3f1', '2026-11-27 04:16:21.073136+00', '01a21b37-f241-7db6-9a75-9c0acbdaf324', NULL, false, NULL, NULL, false, NULL, NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '{}', NULL, '[]', '[]', 'OR 2', 'S-07', 'spine', 'spinal-osteotomy', 'posterior', 2, 1, 'lumbar');
INSERT INTO periop_register.case_times_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30', 'case', 1, 2, '2026-11-26 05:27:21.803308+00', '2026-11-26 05:27:22.666414+00', false, NULL, NULL, 'OR-1', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '[]');
INSERT INTO periop_register.case_times_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30', 'case', 2, 4, '2026-11-26 05:27:22.666414+00', '2026-11-26 05:27:23.929821+00', false, '2026-11-26 05:27:22.666414+00', NULL, 'OR-1', NULL, NULL, '{"at": "2026-11-26T05:27:22.666414+00:00", "entry_id": "01a21652-9d1d-7647-8939-534db3542d8a", "is_twice": false, "lateness": "prompt", "to_the_day": false}', NULL, NULL, NULL, NULL, '[{"room": "OR-1", "entered": {"at": "2026-11-26T05:27:22.666414+00:00", "entry_id": "01a21652-9d1d-7647-8939-534db3542d8a", "is_twice": false, "lateness": "prompt", "to_the_day": false}}]');
INSERT INTO periop_register.case_times_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30', 'case', 4, NULL, '2026-11-26 05:27:23.929821+00', NULL, false, '2026-11-26 05:27:22.666414+00', NULL, 'OR-1', NULL, NULL, '{"at": "2026-11-26T05:27:22.666414+00:00", "entry_id": "01a21652-9d1d-7647-8939-534db3542d8a", "is_twice": false, "lateness": "prompt", "to_the_day": false}', '{"at": "2026-11-26T05:27:23.929821+00:00", "entry_id": "01a21652-a200-7689-bab2-294fc479ec8d", "is_twice": false, "lateness": "prompt", "to_the_day": false}', NULL, NULL, NULL, '[{"room": "OR-1", "entered": {"at": "2026-11-26T05:27:22.666414+00:00", "entry_id": "01a21652-9d1d-7647-8939-534db3542d8a", "is_twice": false, "lateness": "prompt", "to_the_day": false}}]');
INSERT INTO periop_register.case_times_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f40', 'case', 5, 6, '2026-11-26 05:27:24.076488+00', '2026-11-26 05:27:24.392402+00', false, NULL, NULL, 'OR-1', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '[]');
INSERT INTO periop_register.case_times_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f40', 'case', 6, 8, '2026-11-26 05:27:24.392402+00', '2026-11-26 05:27:24.469581+00', false, '2026-11-26 05:27:24.392402+00', NULL, 'OR-1', NULL, NULL, '{"at": "2026-11-26T05:27:24.392402+00:00", "entry_id": "01a21652-a3e7-770f-95a3-a4941f9e2f71", "is_twice": false, "lateness": "prompt", "to_the_day": false}', NULL, NULL, NULL, NULL, '[{"room": "OR-1", "entered": {"at": "2026-11-26T05:27:24.392402+00:00", "entry_id": "01a21652-a3e7-770f-95a3-a4941f9e2f71", "is_twice": false, "lateness": "prompt", "to_the_day": false}}]');
INSERT INTO periop_register.case_times_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f40', 'case', 8, NULL, '2026-11-26 05:27:24.469581+00', NULL, false, '2026-11-26 05:27:24.392402+00', NULL, 'OR-1', NULL, NULL, '{"at": "2026-11-26T05:27:24.392402+00:00", "entry_id": "01a21652-a3e7-770f-95a3-a4941f9e2f71", "is_twice": false, "lateness": "prompt", "to_the_day": false}', '{"at": "2026-11-26T05:27:24.469581+00:00", "entry_id": "01a21652-a433-7cb2-bb85-b55f3f00a9a5", "is_twice": false, "lateness": "prompt", "to_the_day": false}', NULL, NULL, NULL, '[{"room": "OR-1", "entered": {"at": "2026-11-26T05:27:24.392402+00:00", "entry_id": "01a21652-a3e7-770f-95a3-a4941f9e2f71", "is_twice": false, "lateness": "prompt", "to_the_day": false}}]');
INSERT INTO periop_register.case_times_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f50', 'case', 9, 10, '2026-11-26 05:27:24.487996+00', '2026-11-26 05:27:24.533699+00', false, NULL, NULL, 'OR-1', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '[]');
INSERT INTO periop_register.case_times_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f50', 'case', 10, 12, '2026-11-26 05:27:24.533699+00', '2026-11-26 05:27:24.860923+00', false, '2026-11-26 05:27:24.533699+00', NULL, 'OR-1', NULL, NULL, '{"at": "2026-11-26T05:27:24.533699+00:00", "entry_id": "01a21652-a474-70a3-a4ba-86d4eefcf2b2", "is_twice": false, "lateness": "prompt", "to_the_day": false}', NULL, NULL, NULL, NULL, '[{"room": "OR-1", "entered": {"at": "2026-11-26T05:27:24.533699+00:00", "entry_id": "01a21652-a474-70a3-a4ba-86d4eefcf2b2", "is_twice": false, "lateness": "prompt", "to_the_day": false}}]');
INSERT INTO periop_register.case_times_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f50', 'case', 12, NULL, '2026-11-26 05:27:24.860923+00', NULL, false, '2026-11-26 05:27:24.533699+00', NULL, 'OR-1', NULL, NULL, '{"at": "2026-11-26T05:27:24.533699+00:00", "entry_id": "01a21652-a474-70a3-a4ba-86d4eefcf2b2", "is_twice": false, "lateness": "prompt", "to_the_day": false}', '{"at": "2026-11-26T05:27:24.860923+00:00", "entry_id": "01a21652-a5b3-7a19-8f32-39c80a925f3e", "is_twice": false, "lateness": "prompt", "to_the_day": false}', NULL, NULL, NULL, '[{"room": "OR-1", "entered": {"at": "2026-11-26T05:27:24.533699+00:00", "entry_id": "01a21652-a474-70a3-a4ba-86d4eefcf2b2", "is_twice": false, "lateness": "prompt", "to_the_day": false}}]');
INSERT INTO periop_register.case_times_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f60', 'case', 20, 21, '2026-11-26 12:05:15.321157+00', '2026-11-26 12:05:15.435201+00', false, NULL, NULL, 'OR 1', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '[]');
INSERT INTO periop_register.case_times_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f60', 'case', 21, 23, '2026-11-26 12:05:15.435201+00', '2026-11-26 12:05:15.541828+00', false, '2026-11-26 12:05:15.435201+00', NULL, 'OR 1', NULL, NULL, '{"at": "2026-11-26T12:05:15.435201+00:00", "entry_id": "01a217be-e22a-7883-8afd-a7296d30e03b", "is_twice": false, "lateness": "prompt", "to_the_day": false}', NULL, NULL, NULL, NULL, '[{"room": "OR 1", "entered": {"at": "2026-11-26T12:05:15.435201+00:00", "entry_id": "01a217be-e22a-7883-8afd-a7296d30e03b", "is_twice": false, "lateness": "prompt", "to_the_day": false}}]');
INSERT INTO periop_register.case_times_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f60', 'case', 23, 26, '2026-11-26 12:05:15.541828+00', '2026-11-26 12:05:15.669545+00', false, '2026-11-26 12:05:15.435201+00', NULL, 'OR 1', NULL, NULL, '{"at": "2026-11-26T12:05:15.435201+00:00", "entry_id": "01a217be-e22a-7883-8afd-a7296d30e03b", "is_twice": false, "lateness": "prompt", "to_the_day": false}', '{"at": "2026-11-26T12:05:15.541828+00:00", "entry_id": "0198d2f4-11a0-7d52-8c6f-2f7b90a1c3e1", "is_twice": false, "lateness": "prompt", "to_the_day": false}', NULL, NULL, NULL, '[{"room": "OR 1", "entered": {"at": "2026-11-26T12:05:15.435201+00:00", "entry_id": "01a217be-e22a-7883-8afd-a7296d30e03b", "is_twice": false, "lateness": "prompt", "to_the_day": false}}]');
INSERT INTO periop_register.case_times_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f60', 'case', 26, NULL, '2026-11-26 12:05:15.669545+00', NULL, false, '2026-11-26 12:05:15.435201+00', NULL, 'OR 1', NULL, NULL, '{"at": "2026-11-26T12:05:15.435201+00:00", "entry_id": "01a217be-e22a-7883-8afd-a7296d30e03b", "is_twice": false, "lateness": "prompt", "to_the_day": false}', '{"at": "2026-11-26T11:50:00+00:00", "entry_id": "0198d2f4-11a0-7d52-8c6f-2f7b90a1c3e1", "is_twice": false, "lateness": "delayed", "to_the_day": false}', NULL, NULL, NULL, '[{"room": "OR 1", "entered": {"at": "2026-11-26T12:05:15.435201+00:00", "entry_id": "01a217be-e22a-7883-8afd-a7296d30e03b", "is_twice": false, "lateness": "prompt", "to_the_day": false}}]');
INSERT INTO periop_register.case_times_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70', 'case', 89, 90, '2026-11-27 04:16:17.762382+00', '2026-11-27 04:16:18.266562+00', false, NULL, NULL, 'OR 2', NULL, 90, NULL, NULL, NULL, NULL, NULL, '[]');
INSERT INTO periop_register.case_times_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70', 'case', 90, 97, '2026-11-27 04:16:18.266562+00', '2026-11-27 04:16:19.224418+00', false, '2026-11-27 03:16:18+00', NULL, 'OR 2', NULL, 90, '{"at": "2026-11-27T03:16:18+00:00", "entry_id": "01a21b37-e731-7067-ad7e-dd098820a73b", "is_twice": false, "lateness": "late", "to_the_day": false}', NULL, NULL, NULL, NULL, '[{"room": "OR 2", "entered": {"at": "2026-11-27T03:16:18+00:00", "entry_id": "01a21b37-e731-7067-ad7e-dd098820a73b", "is_twice": false, "lateness": "late", "to_the_day": false}}]');
INSERT INTO periop_register.case_times_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70', 'case', 97, 101, '2026-11-27 04:16:19.224418+00', '2026-11-27 04:16:20.531337+00', false, '2026-11-27 03:16:18+00', NULL, 'OR 2', NULL, 90, '{"at": "2026-11-27T03:16:18+00:00", "entry_id": "01a21b37-e731-7067-ad7e-dd098820a73b", "is_twice": false, "lateness": "late", "to_the_day": false}', '{"at": "2026-11-27T04:16:19.224418+00:00", "entry_id": "0198d2f4-11a0-7d52-8c6f-2f7b90a1c3f1", "is_twice": false, "lateness": "prompt", "to_the_day": false}', NULL, NULL, NULL, '[{"room": "OR 2", "entered": {"at": "2026-11-27T03:16:18+00:00", "entry_id": "01a21b37-e731-7067-ad7e-dd098820a73b", "is_twice": false, "lateness": "late", "to_the_day": false}}]');
INSERT INTO periop_register.case_times_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70', 'case', 101, 102, '2026-11-27 04:16:20.531337+00', '2026-11-27 04:16:20.778927+00', false, '2026-11-27 03:16:18+00', NULL, 'OR 2', NULL, 90, '{"at": "2026-11-27T03:16:18+00:00", "entry_id": "01a21b37-e731-7067-ad7e-dd098820a73b", "is_twice": false, "lateness": "late", "to_the_day": false}', '{"at": "2026-11-27T04:16:19.224418+00:00", "entry_id": "0198d2f4-11a0-7d52-8c6f-2f7b90a1c3f1", "is_twice": false, "lateness": "prompt", "to_the_day": false}', '{"at": "2026-11-27T04:16:20.531337+00:00", "entry_id": "01a21b37-f02d-7b08-8722-7d1eee0e0cd3", "is_twice": false, "lateness": "prompt", "to_the_day": false}', NULL, NULL, '[{"room": "OR 2", "entered": {"at": "2026-11-27T03:16:18+00:00", "entry_id": "01a21b37-e731-7067-ad7e-dd098820a73b", "is_twice": false, "lateness": "late", "to_the_day": false}}]');
INSERT INTO periop_register.case_times_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70', 'case', 102, 103, '2026-11-27 04:16:20.778927+00', '2026-11-27 04:16:20.871295+00', false, '2026-11-27 03:16:18+00', NULL, 'OR 2', NULL, 90, '{"at": "2026-11-27T03:16:18+00:00", "entry_id": "01a21b37-e731-7067-ad7e-dd098820a73b", "is_twice": false, "lateness": "late", "to_the_day": false}', '{"at": "2026-11-27T04:16:19.224418+00:00", "entry_id": "0198d2f4-11a0-7d52-8c6f-2f7b90a1c3f1", "is_twice": false, "lateness": "prompt", "to_the_day": false}', '{"at": "2026-11-27T04:16:20.778927+00:00", "entry_id": "01a21b37-f126-740f-bf34-4c9480146299", "is_twice": false, "lateness": "prompt", "to_the_day": false}', NULL, NULL, '[{"room": "OR 2", "entered": {"at": "2026-11-27T03:16:18+00:00", "entry_id": "01a21b37-e731-7067-ad7e-dd098820a73b", "is_twice": false, "lateness": "late", "to_the_day": false}}]');
INSERT INTO periop_register.case_times_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70', 'case', 103, 105, '2026-11-27 04:16:20.871295+00', '2026-11-27 04:16:21.073136+00', false, '2026-11-27 03:16:18+00', NULL, 'OR 2', NULL, 90, '{"at": "2026-11-27T03:16:18+00:00", "entry_id": "01a21b37-e731-7067-ad7e-dd098820a73b", "is_twice": false, "lateness": "late", "to_the_day": false}', '{"at": "2026-11-27T04:16:19.224418+00:00", "entry_id": "0198d2f4-11a0-7d52-8c6f-2f7b90a1c3f1", "is_twice": false, "lateness": "prompt", "to_the_day": false}', '{"at": "2026-11-27T04:16:20.778927+00:00", "entry_id": "01a21b37-f126-740f-bf34-4c9480146299", "is_twice": false, "lateness": "prompt", "to_the_day": false}', '{"at": "2026-11-27T04:16:20.871295+00:00", "entry_id": "01a21b37-f182-7d73-8785-a8291161fddf", "is_twice": false, "lateness": "prompt", "to_the_day": false}', NULL, '[{"room": "OR 2", "entered": {"at": "2026-11-27T03:16:18+00:00", "entry_id": "01a21b37-e731-7067-ad7e-dd098820a73b", "is_twice": false, "lateness": "late", "to_the_day": false}}]');
INSERT INTO periop_register.case_times_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70', 'case', 105, 106, '2026-11-27 04:16:21.073136+00', '2026-11-27 04:16:21.15045+00', false, '2026-11-27 03:16:18+00', NULL, 'OR 2', NULL, 90, '{"at": "2026-11-27T03:16:18+00:00", "entry_id": "01a21b37-e731-7067-ad7e-dd098820a73b", "is_twice": false, "lateness": "late", "to_the_day": false}', '{"at": "2026-11-27T04:16:19.224418+00:00", "entry_id": "0198d2f4-11a0-7d52-8c6f-2f7b90a1c3f1", "is_twice": false, "lateness": "prompt", "to_the_day": false}', '{"at": "2026-11-27T04:16:20.778927+00:00", "entry_id": "01a21b37-f126-740f-bf34-4c9480146299", "is_twice": false, "lateness": "prompt", "to_the_day": false}', '{"at": "2026-11-27T04:16:20.871295+00:00", "entry_id": "01a21b37-f182-7d73-8785-a8291161fddf", "is_twice": false, "lateness": "prompt", "to_the_day": false}', '{"at": "2026-11-27T04:16:21.073136+00:00", "entry_id": "01a21b37-f241-7db6-9a75-9c0acbdaf324", "is_twice": false, "lateness": "prompt", "to_the_day": false}', '[{"left": {"at": "2026-11-27T04:16:21.073136+00:00", "entry_id": "01a21b37-f241-7db6-9a75-9c0acbdaf324", "is_twice": false, "lateness": "prompt", "to_the_day": false}, "room": "OR 2", "entered": {"at": "2026-11-27T03:16:18+00:00", "entry_id": "01a21b37-e731-7067-ad7e-dd098820a73b", "is_twice": false, "lateness": "late", "to_the_day": false}}]');
INSERT INTO periop_register.case_times_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70', 'case', 106, NULL, '2026-11-27 04:16:21.15045+00', NULL, false, '2026-11-27 03:16:18+00', NULL, 'OR 2', NULL, 90, '{"at": "2026-11-27T03:16:18+00:00", "entry_id": "01a21b37-e731-7067-ad7e-dd098820a73b", "is_twice": false, "lateness": "late", "to_the_day": false}', '{"at": "2026-11-27T04:14:21+00:00", "entry_id": "0198d2f4-11a0-7d52-8c6f-2f7b90a1c3f1", "is_twice": false, "lateness": "prompt", "to_the_day": false}', '{"at": "2026-11-27T04:16:20.778927+00:00", "entry_id": "01a21b37-f126-740f-bf34-4c9480146299", "is_twice": false, "lateness": "prompt", "to_the_day": false}', '{"at": "2026-11-27T04:16:20.871295+00:00", "entry_id": "01a21b37-f182-7d73-8785-a8291161fddf", "is_twice": false, "lateness": "prompt", "to_the_day": false}', '{"at": "2026-11-27T04:16:21.073136+00:00", "entry_id": "01a21b37-f241-7db6-9a75-9c0acbdaf324", "is_twice": false, "lateness": "prompt", "to_the_day": false}', '[{"left": {"at": "2026-11-27T04:16:21.073136+00:00", "entry_id": "01a21b37-f241-7db6-9a75-9c0acbdaf324", "is_twice": false, "lateness": "prompt", "to_the_day": false}, "room": "OR 2", "entered": {"at": "2026-11-27T03:16:18+00:00", "entry_id": "01a21b37-e731-7067-ad7e-dd098820a73b", "is_twice": false, "lateness": "late", "to_the_day": false}}]');
INSERT INTO periop_register.closures_v3 VALUES ('general', '01a21652-a884-770b-a44b-4643a75cf51d', '01a217be-e3c6-7056-a395-f81f1df07b25', 28, NULL, '2026-11-26 12:05:15.902633+00', NULL, 'FSCA-2026-014', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30', 'informed', 'by telephone', '2026-11-26 12:05:15.902633+00', 'nurse-7');
INSERT INTO periop_register.corrections_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f60', '01a217be-e312-7256-b654-4faaad57258f', 26, NULL, '2026-11-26 12:05:15.669545+00', NULL, 'time-correction', '0198d2f4-11a0-7d52-8c6f-2f7b90a1c3e1', 'incision_made', '2026-11-26 12:05:15.541828+00', '2026-11-26 11:50:00+00', NULL, '2026-11-26 12:05:15.669545+00', 'nurse-7', '2026/0120', 'surgeon-1', 'OR 1');
INSERT INTO periop_register.corrections_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70', '01a21b37-f29b-7454-8509-beed935fb60d', 106, NULL, '2026-11-27 04:16:21.15045+00', NULL, 'time-correction', '0198d2f4-11a0-7d52-8c6f-2f7b90a1c3f1', 'incision_made', '2026-11-27 04:16:19.224418+00', '2026-11-27 04:14:21+00', NULL, '2026-11-27 04:16:21.15045+00', 'developer', '2026-0170', 'S-07', 'OR 2');
INSERT INTO periop_register.definitions_v3 VALUES ('general', '1ff95db8-fbff-513c-81ef-32bd477fd46a', 'definition', 29, NULL, '2026-11-27 04:15:50.071175+00', NULL, 'blood-clots', 1, 'blood-clots', '{"id": "blood-clots", "kind": "blood-clots", "grace": 30, "title": "Any blood clot within 30 days", "anchor": "first-incision", "review": "not-required", "source": "VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it: deep-vein thrombosis (2014), pulmonary embolism (2007).", "window": {"days": 30}, "version": 1, "criteria": [{"id": "member", "text": "A deep-vein thrombosis or a pulmonary embolism, each by its own definition of the same version. A case counts once."}], "evidence": "assessment", "denominator": "without-died"}', '2026-11-27 04:15:50.071175+00', 'periop', true);
INSERT INTO periop_register.definitions_v3 VALUES ('general', 'a0bef899-66d4-5d16-be15-c46aa016ecbc', 'definition', 30, NULL, '2026-11-27 04:15:50.079041+00', NULL, 'blood-loss', 1, 'blood-loss', '{"id": "blood-loss", "kind": "blood-loss", "grace": 30, "title": "Bleeding: 5 units of red cells within 72 hours of leaving the room", "anchor": "room-exit", "review": "not-required", "source": "VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it (2004). Periop counts the units of red cells whose time is in the window. The other two criteria are for whoever reports it as a complication.", "window": {"hours": 72}, "measure": {"products": ["red-cells", "red-blood-cells", "packed-red-cells", "packed-red-blood-cells", "packed-cells", "packed-rbc", "prbc", "prbcs", "rbc", "rbcs", "rcc", "red-cell-concentrate", "red-cell-concentrates", "erythrocytes", "erythrocyte-concentrate", "erythrocyte-concentrates", "leukoreduced-red-cells", "leukocyte-reduced-red-cells", "leucodepleted-red-cells", "washed-red-cells", "irradiated-red-cells", "leukoreduced-red-blood-cells", "washed-red-blood-cells", "irradiated-red-blood-cells", "whole-blood", "erythrozytenkonzentrat", "erythrozytenkonzentrate", "concentré-érythrocytaire", "concentré-de-globules-rouges", "concentrato-eritrocitario", "emazie-concentrate", "concentrado-de-hematíes"], "at_least_units": 5}, "version": 1, "criteria": [{"id": "transfused", "text": "At least 5 units of red cells from leaving the operating room to 72 hours later."}, {"id": "hung-in-room", "text": "Units that were hung in the operating room and finished outside it count."}, {"id": "autologous", "text": "Shed, autologous and cell-saver blood counts when it is more than 4 units."}], "evidence": "discharged", "denominator": "without-died"}', '2026-11-27 04:15:50.079041+00', 'periop', true);
INSERT INTO periop_register.definitions_v3 VALUES ('general', '23fd558d-f592-52e6-8359-cf2fdd795c60', 'definition', 31, NULL, '2026-11-27 04:15:50.079421+00', NULL, 'blood-loss', 2, 'blood-loss', '{"id": "blood-loss", "kind": "blood-loss", "grace": 30, "title": "Bleeding: a unit of red cells within 72 hours of the incision", "anchor": "first-incision", "review": "not-required", "source": "After NSQIP (National Surgical Quality Improvement Program of the American College of Surgeons). Counted here are 72 hours from the first incision. To be confirmed: the threshold of 1 unit, and whether the registry counts the 72 hours from the start or from the end of surgery.", "window": {"hours": 72}, "measure": {"products": ["red-cells", "red-blood-cells", "packed-red-cells", "packed-red-blood-cells", "packed-cells", "packed-rbc", "prbc", "prbcs", "rbc", "rbcs", "rcc", "red-cell-concentrate", "red-cell-concentrates", "erythrocytes", "erythrocyte-concentrate", "erythrocyte-concentrates", "leukoreduced-red-cells", "leukocyte-reduced-red-cells", "leucodepleted-red-cells", "washed-red-cells", "irradiated-red-cells", "leukoreduced-red-blood-cells", "washed-red-blood-cells", "irradiated-red-blood-cells", "whole-blood", "erythrozytenkonzentrat", "erythrozytenkonzentrate", "concentré-érythrocytaire", "concentré-de-globules-rouges", "concentrato-eritrocitario", "emazie-concentrate", "concentrado-de-hematíes"], "at_least_units": 1}, "version": 2, "criteria": [{"id": "transfused", "text": "At least 1 unit of red cells from the start of surgery to 72 hours."}], "evidence": "discharged", "denominator": "without-died"}', '2026-11-27 04:15:50.079421+00', 'periop', true);
INSERT INTO periop_register.definitions_v3 VALUES ('general', '4b6f8daf-a5e8-5da4-a333-ad8df538c1ba', 'definition', 32, NULL, '2026-11-27 04:15:50.079564+00', NULL, 'chronic-pain', 1, 'chronic-pain', '{"id": "chronic-pain", "kind": "chronic-pain", "grace": 60, "title": "Chronic pain after surgery, within a year", "anchor": "first-incision", "review": "not-required", "source": "After chronic post-surgical pain in ICD-11. Nobody can tell before 3 months have passed: what is found absent from day 90 on counts at the close, and what is first reported within the year counts, too. The year is Periop''s own. To be confirmed: the wording of ICD-11.", "window": {"days": 365}, "version": 1, "criteria": [{"id": "three-months", "text": "Pain that began or became worse after the operation and lasts at least 3 months from it. Earlier pain is none of it."}, {"id": "site", "text": "At the site of the operation, or where its nerves lead."}, {"id": "not-else", "text": "Not explained otherwise, such as by an infection or the former illness."}, {"id": "score", "text": "Score and site are recorded."}], "evidence": "assessment", "denominator": "without-died", "assessed_from": 90}', '2026-11-27 04:15:50.079564+00', 'periop', true);
INSERT INTO periop_register.definitions_v3 VALUES ('general', 'fca707eb-8620-5052-99a3-8744cffd6a09', 'definition', 33, NULL, '2026-11-27 04:15:50.079584+00', NULL, 'death', 1, 'death', '{"id": "death", "kind": "death", "grace": 30, "title": "Death within 30 days", "anchor": "first-incision", "review": "not-required", "source": "Any cause, counted from the first incision. Deaths in hospital, within 30 days and within 90 are reported apart; this version has 30 days.", "window": {"days": 30}, "version": 1, "criteria": [{"id": "any-cause", "text": "Dead, for whatever reason and wherever."}], "evidence": "seen-alive-after-close", "denominator": "without-died"}', '2026-11-27 04:15:50.079584+00', 'periop', true);
INSERT INTO periop_register.definitions_v3 VALUES ('general', '2dddc0d4-ff1f-5e45-9dae-a5a4347e92fe', 'definition', 34, NULL, '2026-11-27 04:15:50.079596+00', NULL, 'death', 2, 'death', '{"id": "death", "kind": "death", "grace": 30, "title": "Death within 90 days", "anchor": "first-incision", "review": "not-required", "source": "Any cause, counted from the first incision. Deaths in hospital, within 30 days and within 90 are reported apart; this version has 90 days.", "window": {"days": 90}, "version": 2, "criteria": [{"id": "any-cause", "text": "Dead, for whatever reason and wherever."}], "evidence": "seen-alive-after-close", "denominator": "without-died"}', '2026-11-27 04:15:50.079596+00', 'periop', true);
INSERT INTO periop_register.definitions_v3 VALUES ('general', 'fc3ab561-991f-5816-bff7-0b41fd2567a2', 'definition', 35, NULL, '2026-11-27 04:15:50.079609+00', NULL, 'deep-vein-thrombosis', 1, 'deep-vein-thrombosis', '{"id": "deep-vein-thrombosis", "kind": "deep-vein-thrombosis", "grace": 30, "title": "Deep-vein thrombosis within 30 days", "anchor": "first-incision", "review": "not-required", "source": "VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it (2014).", "window": {"days": 30}, "version": 1, "criteria": [{"id": "new", "text": "New since the operation."}, {"id": "imaging", "text": "Confirmed by imaging."}, {"id": "treated", "text": "Treated, or treatment was recommended: anticoagulation, a filter or a clip."}], "evidence": "assessment", "denominator": "without-died"}', '2026-11-27 04:15:50.079609+00', 'periop', true);
INSERT INTO periop_register.definitions_v3 VALUES ('general', '806c1a81-1f8d-5df3-b8e6-d2c56a9f6f65', 'definition', 36, NULL, '2026-11-27 04:15:50.079633+00', NULL, 'dural-tear', 1, 'dural-tear', '{"id": "dural-tear", "kind": "dural-tear", "grace": 30, "title": "Dural tear, at surgery or within 30 days", "anchor": "first-incision", "review": "not-required", "source": "Periop''s own: no written definition of a registry was at hand.", "window": {"days": 30}, "version": 1, "criteria": [{"id": "seen", "text": "Seen at surgery, or found later by its leak."}, {"id": "repair", "text": "How it was repaired is recorded."}, {"id": "not-intended", "text": "A durotomy that was intended is none."}], "evidence": "assessment", "denominator": "without-died"}', '2026-11-27 04:15:50.079633+00', 'periop', true);
INSERT INTO periop_register.definitions_v3 VALUES ('general', '60f27f09-9fc5-5c0c-91e3-8231518e47ce', 'definition', 37, NULL, '2026-11-27 04:15:50.079646+00', NULL, 'hardware-failure', 1, 'hardware-failure', '{"id": "hardware-failure", "kind": "hardware-failure", "grace": 30, "title": "Hardware failure with reintervention within 30 days", "anchor": "first-incision", "review": "not-required", "source": "VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it, graft or prosthesis failure (2015).", "window": {"days": 30}, "version": 1, "criteria": [{"id": "failed", "text": "Graft, prosthesis or implant failed, for a mechanical reason or an infection."}, {"id": "reintervention", "text": "It took a return to the operating room or an intervention under imaging."}], "evidence": "assessment", "denominator": "without-died"}', '2026-11-27 04:15:50.079646+00', 'periop', true);
INSERT INTO periop_register.definitions_v3 VALUES ('general', '9539913d-34bc-506d-bc8f-ac079e0c4249', 'definition', 38, NULL, '2026-11-27 04:15:50.079671+00', NULL, 'hardware-failure', 2, 'hardware-failure', '{"id": "hardware-failure", "kind": "hardware-failure", "grace": 60, "title": "Hardware failure within 24 months", "anchor": "first-incision", "review": "not-required", "source": "Periop''s own for the spine: what images show in 24 months. What is found absent from day 660 on counts at the close.", "window": {"days": 730}, "version": 2, "criteria": [{"id": "breakage", "text": "A rod, screw or other implant is broken on an image."}, {"id": "loosening", "text": "Or loose: lucency around it, or motion."}, {"id": "pull-out", "text": "Or pulled out or displaced."}, {"id": "without-reoperation", "text": "It counts with or without a reoperation."}], "evidence": "assessment", "denominator": "without-died", "assessed_from": 660}', '2026-11-27 04:15:50.079671+00', 'periop', true);
INSERT INTO periop_register.definitions_v3 VALUES ('general', 'fc3822a1-bb10-5436-a3b5-36e856e9772d', 'definition', 39, NULL, '2026-11-27 04:15:50.079685+00', NULL, 'infection', 1, 'infection', '{"id": "infection", "kind": "infection", "grace": 30, "title": "Any surgical site infection within 30 days", "anchor": "first-incision", "review": "not-required", "source": "VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it: superficial (2004), deep, organ or space (2015).", "window": {"days": 30}, "version": 1, "criteria": [{"id": "member", "text": "A superficial, deep, or organ or space infection, each by its own definition of the same version. A case counts once."}], "evidence": "assessment", "denominator": "without-died"}', '2026-11-27 04:15:50.079685+00', 'periop', true);
INSERT INTO periop_register.definitions_v3 VALUES ('general', '7ea77e63-19af-59cc-b9cd-31a4f4858dfb', 'definition', 40, NULL, '2026-11-27 04:15:50.079704+00', NULL, 'infection', 2, 'infection', '{"id": "infection", "kind": "infection", "grace": 30, "title": "Any surgical site infection within 90 days", "anchor": "first-incision", "review": "not-required", "source": "Criteria: VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it: superficial (2004), deep, organ or space (2015). Window: 90 days. To be confirmed: that NHSN (National Healthcare Safety Network) follows spinal fusions for 90 days, and laminectomies for 30.", "window": {"days": 90}, "version": 2, "criteria": [{"id": "member", "text": "A superficial, deep, or organ or space infection, each by its own definition of the same version. A case counts once."}], "evidence": "assessment", "denominator": "without-died"}', '2026-11-27 04:15:50.079704+00', 'periop', true);
INSERT INTO periop_register.definitions_v3 VALUES ('general', '8f453ff0-1f58-5d64-aebb-5fa4c03ef15c', 'definition', 53, NULL, '2026-11-27 04:15:50.079917+00', NULL, 'readmission', 2, 'readmission', '{"id": "readmission", "kind": "readmission", "grace": 30, "title": "Readmission within 30 days of discharge", "anchor": "discharge", "review": "not-required", "source": "Registries count readmissions from surgery or from discharge. This version counts from the discharge.", "window": {"days": 30}, "version": 2, "criteria": [{"id": "inpatient", "text": "A stay in hospital that was not planned, after the discharge."}, {"id": "all-cause", "text": "For whatever reason; related ones are told by the code of the readmission."}], "evidence": "assessment", "denominator": "without-died"}', '2026-11-27 04:15:50.079917+00', 'periop', true);
INSERT INTO periop_register.definitions_v3 VALUES ('general', 'fa3dd2bf-7294-526f-be67-f22a2b7f5c33', 'definition', 41, NULL, '2026-11-27 04:15:50.079721+00', NULL, 'infection-deep', 1, 'infection-deep', '{"id": "infection-deep", "kind": "infection-deep", "grace": 30, "title": "Deep infection within 30 days", "anchor": "first-incision", "review": "not-required", "source": "VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it (2015).", "window": {"days": 30}, "version": 1, "criteria": [{"id": "pus", "text": "Pus from the deep incision."}, {"id": "dehiscence", "text": "The deep incision came apart or was opened on purpose, with fever above 38 °C, pain or tenderness; not when the culture was negative."}, {"id": "abscess", "text": "An abscess."}, {"id": "diagnosis", "text": "Diagnosed as a deep infection by a physician."}, {"id": "not-else", "text": "Fascia or muscle of the incision."}], "evidence": "assessment", "denominator": "without-died"}', '2026-11-27 04:15:50.079721+00', 'periop', true);
INSERT INTO periop_register.definitions_v3 VALUES ('general', '1b8aefc2-8062-56e2-be07-b1f9c5128de1', 'definition', 42, NULL, '2026-11-27 04:15:50.079738+00', NULL, 'infection-deep', 2, 'infection-deep', '{"id": "infection-deep", "kind": "infection-deep", "grace": 30, "title": "Deep infection within 90 days", "anchor": "first-incision", "review": "not-required", "source": "Criteria: VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it (2015). Window: 90 days. To be confirmed: that NHSN (National Healthcare Safety Network) follows spinal fusions for 90 days, and laminectomies for 30.", "window": {"days": 90}, "version": 2, "criteria": [{"id": "pus", "text": "Pus from the deep incision."}, {"id": "dehiscence", "text": "The deep incision came apart or was opened on purpose, with fever above 38 °C, pain or tenderness; not when the culture was negative."}, {"id": "abscess", "text": "An abscess."}, {"id": "diagnosis", "text": "Diagnosed as a deep infection by a physician."}, {"id": "not-else", "text": "Fascia or muscle of the incision."}], "evidence": "assessment", "denominator": "without-died"}', '2026-11-27 04:15:50.079738+00', 'periop', true);
INSERT INTO periop_register.definitions_v3 VALUES ('general', 'fc62af4d-70cf-593d-8a9d-bd7613c7d9b3', 'definition', 43, NULL, '2026-11-27 04:15:50.079752+00', NULL, 'infection-organ-space', 1, 'infection-organ-space', '{"id": "infection-organ-space", "kind": "infection-organ-space", "grace": 30, "title": "Organ or space infection within 30 days", "anchor": "first-incision", "review": "not-required", "source": "VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it (2015).", "window": {"days": 30}, "version": 1, "criteria": [{"id": "drain", "text": "Pus from a drain."}, {"id": "organism", "text": "An organism from there."}, {"id": "abscess", "text": "An abscess."}, {"id": "diagnosis", "text": "Diagnosed as an infection of the organ or space by a physician."}, {"id": "not-else", "text": "Any part that was opened, other than the incision."}], "evidence": "assessment", "denominator": "without-died"}', '2026-11-27 04:15:50.079752+00', 'periop', true);
INSERT INTO periop_register.definitions_v3 VALUES ('general', 'fec0f9b1-3e88-5ee2-8a72-3080dbeec152', 'definition', 44, NULL, '2026-11-27 04:15:50.079772+00', NULL, 'infection-organ-space', 2, 'infection-organ-space', '{"id": "infection-organ-space", "kind": "infection-organ-space", "grace": 30, "title": "Organ or space infection within 90 days", "anchor": "first-incision", "review": "not-required", "source": "Criteria: VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it (2015). Window: 90 days. To be confirmed: that NHSN (National Healthcare Safety Network) follows spinal fusions for 90 days, and laminectomies for 30.", "window": {"days": 90}, "version": 2, "criteria": [{"id": "drain", "text": "Pus from a drain."}, {"id": "organism", "text": "An organism from there."}, {"id": "abscess", "text": "An abscess."}, {"id": "diagnosis", "text": "Diagnosed as an infection of the organ or space by a physician."}, {"id": "not-else", "text": "Any part that was opened, other than the incision."}], "evidence": "assessment", "denominator": "without-died"}', '2026-11-27 04:15:50.079772+00', 'periop', true);
INSERT INTO periop_register.definitions_v3 VALUES ('general', '6420263f-2be0-5962-8608-ef2b2bac4166', 'definition', 45, NULL, '2026-11-27 04:15:50.079788+00', NULL, 'infection-superficial', 1, 'infection-superficial', '{"id": "infection-superficial", "kind": "infection-superficial", "grace": 30, "title": "Superficial infection within 30 days", "anchor": "first-incision", "review": "not-required", "source": "VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it (2004).", "window": {"days": 30}, "version": 1, "criteria": [{"id": "pus", "text": "Pus from the superficial incision."}, {"id": "organism", "text": "An organism from an aseptic culture."}, {"id": "opened", "text": "Signs of infection, and the incision was opened on purpose; not when the culture was negative."}, {"id": "diagnosis", "text": "Diagnosed as a superficial infection by a physician."}, {"id": "not-else", "text": "Only skin or subcutaneous tissue. No stitch abscess, no infected burn, and no infection that reaches deeper."}], "evidence": "assessment", "denominator": "without-died"}', '2026-11-27 04:15:50.079788+00', 'periop', true);
INSERT INTO periop_register.definitions_v3 VALUES ('general', '892d167d-bdcb-560d-91f9-8d392da87656', 'definition', 54, NULL, '2026-11-27 04:15:50.079939+00', NULL, 'retained-item', 1, 'retained-item', '{"id": "retained-item", "kind": "retained-item", "grace": 30, "title": "Retained item within 30 days", "anchor": "first-incision", "review": "not-required", "source": "One of the outcomes of VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it. To be confirmed: its wording.", "window": {"days": 30}, "version": 1, "criteria": [{"id": "left-behind", "text": "A sponge, a sharp, an instrument or a part of one was left in the patient without intent."}, {"id": "after-closure", "text": "It was found after the wound was closed."}], "evidence": "assessment", "denominator": "without-died"}', '2026-11-27 04:15:50.079939+00', 'periop', true);
INSERT INTO periop_register.definitions_v3 VALUES ('general', 'a75be43e-ebc6-5247-884a-4d698269cfdb', 'definition', 46, NULL, '2026-11-27 04:15:50.079803+00', NULL, 'infection-superficial', 2, 'infection-superficial', '{"id": "infection-superficial", "kind": "infection-superficial", "grace": 30, "title": "Superficial infection within 90 days", "anchor": "first-incision", "review": "not-required", "source": "Criteria: VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it (2004). The window is Periop''s own, as long as that of the deeper infections, so that the members of the family are counted alike.", "window": {"days": 90}, "version": 2, "criteria": [{"id": "pus", "text": "Pus from the superficial incision."}, {"id": "organism", "text": "An organism from an aseptic culture."}, {"id": "opened", "text": "Signs of infection, and the incision was opened on purpose; not when the culture was negative."}, {"id": "diagnosis", "text": "Diagnosed as a superficial infection by a physician."}, {"id": "not-else", "text": "Only skin or subcutaneous tissue. No stitch abscess, no infected burn, and no infection that reaches deeper."}], "evidence": "assessment", "denominator": "without-died"}', '2026-11-27 04:15:50.079803+00', 'periop', true);
INSERT INTO periop_register.definitions_v3 VALUES ('general', '5a4a2005-baad-577e-a26b-ee83498e2d21', 'definition', 47, NULL, '2026-11-27 04:15:50.079819+00', NULL, 'nerve-injury', 1, 'nerve-injury', '{"id": "nerve-injury", "kind": "nerve-injury", "grace": 30, "title": "Nerve injury within 30 days", "anchor": "first-incision", "review": "not-required", "source": "VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it, peripheral nerve injury (2007). To be confirmed: which plexuses and nerves its list names.", "window": {"days": 30}, "version": 1, "criteria": [{"id": "motor", "text": "A motor deficit. A loss of feeling alone does not count."}, {"id": "named-nerve", "text": "Of one of the cervical, brachial or lumbosacral plexuses, or of a named peripheral nerve."}], "evidence": "assessment", "denominator": "without-died"}', '2026-11-27 04:15:50.079819+00', 'periop', true);
INSERT INTO periop_register.definitions_v3 VALUES ('general', 'e7432ca7-d31a-5f8c-84f7-74400e10dc9e', 'definition', 48, NULL, '2026-11-27 04:15:50.079832+00', NULL, 'nerve-injury', 2, 'nerve-injury', '{"id": "nerve-injury", "kind": "nerve-injury", "grace": 30, "title": "New motor deficit within 6 weeks", "anchor": "first-incision", "review": "not-required", "source": "Periop''s own for the spine: motor strength is examined again at 6 weeks. To be confirmed: the threshold of one MRC grade or an ASIA fall, against a primary text.", "window": {"days": 42}, "version": 2, "criteria": [{"id": "motor-grade", "text": "A new motor deficit of at least one grade of the MRC scale against the baseline before surgery."}, {"id": "asia", "text": "Or a fall of at least one grade on the ASIA impairment scale against the baseline."}], "evidence": "assessment", "denominator": "without-died"}', '2026-11-27 04:15:50.079832+00', 'periop', true);
INSERT INTO periop_register.definitions_v3 VALUES ('general', '8025d992-7609-557f-a572-413350b5adff', 'definition', 49, NULL, '2026-11-27 04:15:50.079845+00', NULL, 'non-union', 1, 'non-union', '{"id": "non-union", "kind": "non-union", "grace": 60, "title": "Non-union at 12 months", "anchor": "first-incision", "review": "not-required", "source": "Periop''s own, assessed at 12 months: what is found absent from day 300 on counts at the close. To be confirmed: the criteria, which no primary text was checked for.", "window": {"days": 365}, "version": 1, "criteria": [{"id": "no-bridging", "text": "No bridging bone on a CT scan."}, {"id": "motion", "text": "Motion of the segment, or lucency around the implants."}, {"id": "revision", "text": "Or a revision for pseudarthrosis."}], "evidence": "assessment", "denominator": "without-died", "assessed_from": 300}', '2026-11-27 04:15:50.079845+00', 'periop', true);
INSERT INTO periop_register.definitions_v3 VALUES ('general', 'a2ccdb1f-9398-54a7-b4a3-dd2f14dffa57', 'definition', 50, NULL, '2026-11-27 04:15:50.079881+00', NULL, 'non-union', 2, 'non-union', '{"id": "non-union", "kind": "non-union", "grace": 60, "title": "Non-union at 24 months", "anchor": "first-incision", "review": "not-required", "source": "Periop''s own, assessed at 24 months: what is found absent from day 660 on counts at the close. To be confirmed: the criteria, which no primary text was checked for.", "window": {"days": 730}, "version": 2, "criteria": [{"id": "no-bridging", "text": "No bridging bone on a CT scan."}, {"id": "motion", "text": "Motion of the segment, or lucency around the implants."}, {"id": "revision", "text": "Or a revision for pseudarthrosis."}], "evidence": "assessment", "denominator": "without-died", "assessed_from": 660}', '2026-11-27 04:15:50.079881+00', 'periop', true);
INSERT INTO periop_register.definitions_v3 VALUES ('general', 'eb6055d6-47d7-5295-a9ff-9a6dbc8c42ca', 'definition', 51, NULL, '2026-11-27 04:15:50.079892+00', NULL, 'pulmonary-embolism', 1, 'pulmonary-embolism', '{"id": "pulmonary-embolism", "kind": "pulmonary-embolism", "grace": 30, "title": "Pulmonary embolism within 30 days", "anchor": "first-incision", "review": "not-required", "source": "VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it (2007).", "window": {"days": 30}, "version": 1, "criteria": [{"id": "imaging", "text": "A ventilation-perfusion scan of high probability, a pulmonary arteriogram or a CT angiogram shows it."}], "evidence": "assessment", "denominator": "without-died"}', '2026-11-27 04:15:50.079892+00', 'periop', true);
INSERT INTO periop_register.definitions_v3 VALUES ('general', 'a9df3afa-4c90-5f87-8e7e-1c126c98bb89', 'definition', 52, NULL, '2026-11-27 04:15:50.079904+00', NULL, 'readmission', 1, 'readmission', '{"id": "readmission", "kind": "readmission", "grace": 30, "title": "Readmission within 30 days of surgery", "anchor": "first-incision", "review": "not-required", "source": "Registries count readmissions from surgery or from discharge. This version counts from the first incision: who stays long has less time to be readmitted.", "window": {"days": 30}, "version": 1, "criteria": [{"id": "inpatient", "text": "A stay in hospital that was not planned, after the discharge."}, {"id": "all-cause", "text": "For whatever reason; related ones are told by the code of the readmission."}], "evidence": "assessment", "denominator": "without-died"}', '2026-11-27 04:15:50.079904+00', 'periop', true);
INSERT INTO periop_register.definitions_v3 VALUES ('general', '1adc1aa0-9cf2-545c-bbc8-1f63a39d399d', 'definition', 55, NULL, '2026-11-27 04:15:50.079953+00', NULL, 'return-to-room', 1, 'return-to-room', '{"id": "return-to-room", "kind": "return-to-room", "grace": 30, "title": "Return to the operating room within 30 days", "anchor": "first-incision", "review": "not-required", "source": "Periop''s own. Registries report returns at 30 days and at 90; this version has 30.", "window": {"days": 30}, "version": 1, "criteria": [{"id": "unplanned", "text": "An operation that was not planned."}, {"id": "related", "text": "It is related to this one."}, {"id": "no-stage", "text": "No planned stage: a return that is marked as planned, or whose case is a stage of this one, does not count."}], "evidence": "assessment", "denominator": "without-died"}', '2026-11-27 04:15:50.079953+00', 'periop', true);
INSERT INTO periop_register.definitions_v3 VALUES ('general', '9ab66191-1324-50b1-9795-9efc003ff9fe', 'definition', 56, NULL, '2026-11-27 04:15:50.079965+00', NULL, 'return-to-room', 2, 'return-to-room', '{"id": "return-to-room", "kind": "return-to-room", "grace": 30, "title": "Return to the operating room within 90 days", "anchor": "first-incision", "review": "not-required", "source": "Periop''s own. Registries report returns at 30 days and at 90; this version has 90.", "window": {"days": 90}, "version": 2, "criteria": [{"id": "unplanned", "text": "An operation that was not planned."}, {"id": "related", "text": "It is related to this one."}, {"id": "no-stage", "text": "No planned stage: a return that is marked as planned, or whose case is a stage of this one, does not count."}], "evidence": "assessment", "denominator": "without-died"}', '2026-11-27 04:15:50.079965+00', 'periop', true);
INSERT INTO periop_register.definitions_v3 VALUES ('general', '16504112-d94b-568e-beb2-9a735c102b7d', 'definition', 57, NULL, '2026-11-27 04:15:50.079978+00', NULL, 'wound-disruption', 1, 'wound-disruption', '{"id": "wound-disruption", "kind": "wound-disruption", "grace": 30, "title": "Wound disruption within 30 days", "anchor": "first-incision", "review": "not-required", "source": "One of the outcomes of VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it. To be confirmed: its wording.", "window": {"days": 30}, "version": 1, "criteria": [{"id": "separation", "text": "The layers of the wound came apart, in part or as a whole, fascia included."}], "evidence": "assessment", "denominator": "without-died"}', '2026-11-27 04:15:50.079978+00', 'periop', true);
INSERT INTO periop_register.definitions_v3 VALUES ('general', '9700d439-a9a6-5e4f-9409-d99994e182b2', 'definition', 58, NULL, '2026-11-27 04:15:50.080005+00', NULL, 'wrong-level', 1, 'wrong-level', '{"id": "wrong-level", "kind": "wrong-level", "grace": 30, "title": "Wrong level, side or patient", "anchor": "first-incision", "review": "not-required", "source": "Periop''s own. It happens at surgery, so that its onset is then, whenever it is noticed. It counts without limit where it is reviewed; a rate needs a close, and has that of a year. Signed by surgeon and circulating nurse, the record says what was performed.", "window": {"days": 365}, "version": 1, "criteria": [{"id": "differs", "text": "What was performed differs from what was consented or planned, in level, side or patient."}, {"id": "no-decision", "text": "Nobody documented the decision to depart from it."}], "evidence": "signed", "denominator": "without-died"}', '2026-11-27 04:15:50.080005+00', 'periop', true);
INSERT INTO periop_register.definitions_v3 VALUES ('lakeside', 'b18637c2-a4ec-558c-8a51-4ccb88de3e8e', 'definition', 59, NULL, '2026-11-27 04:15:50.37465+00', NULL, 'blood-clots', 1, 'blood-clots', '{"id": "blood-clots", "kind": "blood-clots", "grace": 30, "title": "Any blood clot within 30 days", "anchor": "first-incision", "review": "not-required", "source": "VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it: deep-vein thrombosis (2014), pulmonary embolism (2007).", "window": {"days": 30}, "version": 1, "criteria": [{"id": "member", "text": "A deep-vein thrombosis or a pulmonary embolism, each by its own definition of the same version. A case counts once."}], "evidence": "assessment", "denominator": "without-died"}', '2026-11-27 04:15:50.37465+00', 'periop', true);
INSERT INTO periop_register.definitions_v3 VALUES ('lakeside', '7b91ab94-b8a5-5905-aeae-5866894e99b1', 'definition', 60, NULL, '2026-11-27 04:15:50.37475+00', NULL, 'blood-loss', 1, 'blood-loss', '{"id": "blood-loss", "kind": "blood-loss", "grace": 30, "title": "Bleeding: 5 units of red cells within 72 hours of leaving the room", "anchor": "room-exit", "review": "not-required", "source": "VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it (2004). Periop counts the units of red cells whose time is in the window. The other two criteria are for whoever reports it as a complication.", "window": {"hours": 72}, "measure": {"products": ["red-cells", "red-blood-cells", "packed-red-cells", "packed-red-blood-cells", "packed-cells", "packed-rbc", "prbc", "prbcs", "rbc", "rbcs", "rcc", "red-cell-concentrate", "red-cell-concentrates", "erythrocytes", "erythrocyte-concentrate", "erythrocyte-concentrates", "leukoreduced-red-cells", "leukocyte-reduced-red-cells", "leucodepleted-red-cells", "washed-red-cells", "irradiated-red-cells", "leukoreduced-red-blood-cells", "washed-red-blood-cells", "irradiated-red-blood-cells", "whole-blood", "erythrozytenkonzentrat", "erythrozytenkonzentrate", "concentré-érythrocytaire", "concentré-de-globules-rouges", "concentrato-eritrocitario", "emazie-concentrate", "concentrado-de-hematíes"], "at_least_units": 5}, "version": 1, "criteria": [{"id": "transfused", "text": "At least 5 units of red cells from leaving the operating room to 72 hours later."}, {"id": "hung-in-room", "text": "Units that were hung in the operating room and finished outside it count."}, {"id": "autologous", "text": "Shed, autologous and cell-saver blood counts when it is more than 4 units."}], "evidence": "discharged", "denominator": "without-died"}', '2026-11-27 04:15:50.37475+00', 'periop', true);
INSERT INTO periop_register.definitions_v3 VALUES ('lakeside', '52484e7d-7a0e-5bba-86a9-d341d10ece7a', 'definition', 61, NULL, '2026-11-27 04:15:50.374771+00', NULL, 'blood-loss', 2, 'blood-loss', '{"id": "blood-loss", "kind": "blood-loss", "grace": 30, "title": "Bleeding: a unit of red cells within 72 hours of the incision", "anchor": "first-incision", "review": "not-required", "source": "After NSQIP (National Surgical Quality Improvement Program of the American College of Surgeons). Counted here are 72 hours from the first incision. To be confirmed: the threshold of 1 unit, and whether the registry counts the 72 hours from the start or from the end of surgery.", "window": {"hours": 72}, "measure": {"products": ["red-cells", "red-blood-cells", "packed-red-cells", "packed-red-blood-cells", "packed-cells", "packed-rbc", "prbc", "prbcs", "rbc", "rbcs", "rcc", "red-cell-concentrate", "red-cell-concentrates", "erythrocytes", "erythrocyte-concentrate", "erythrocyte-concentrates", "leukoreduced-red-cells", "leukocyte-reduced-red-cells", "leucodepleted-red-cells", "washed-red-cells", "irradiated-red-cells", "leukoreduced-red-blood-cells", "washed-red-blood-cells", "irradiated-red-blood-cells", "whole-blood", "erythrozytenkonzentrat", "erythrozytenkonzentrate", "concentré-érythrocytaire", "concentré-de-globules-rouges", "concentrato-eritrocitario", "emazie-concentrate", "concentrado-de-hematíes"], "at_least_units": 1}, "version": 2, "criteria": [{"id": "transfused", "text": "At least 1 unit of red cells from the start of surgery to 72 hours."}], "evidence": "discharged", "denominator": "without-died"}', '2026-11-27 04:15:50.374771+00', 'periop', true);
INSERT INTO periop_register.definitions_v3 VALUES ('lakeside', 'e740b896-7032-56ee-9c07-b160eae8235e', 'definition', 62, NULL, '2026-11-27 04:15:50.374795+00', NULL, 'chronic-pain', 1, 'chronic-pain', '{"id": "chronic-pain", "kind": "chronic-pain", "grace": 60, "title": "Chronic pain after surgery, within a year", "anchor": "first-incision", "review": "not-required", "source": "After chronic post-surgical pain in ICD-11. Nobody can tell before 3 months have passed: what is found absent from day 90 on counts at the close, and what is first reported within the year counts, too. The year is Periop''s own. To be confirmed: the wording of ICD-11.", "window": {"days": 365}, "version": 1, "criteria": [{"id": "three-months", "text": "Pain that began or became worse after the operation and lasts at least 3 months from it. Earlier pain is none of it."}, {"id": "site", "text": "At the site of the operation, or where its nerves lead."}, {"id": "not-else", "text": "Not explained otherwise, such as by an infection or the former illness."}, {"id": "score", "text": "Score and site are recorded."}], "evidence": "assessment", "denominator": "without-died", "assessed_from": 90}', '2026-11-27 04:15:50.374795+00', 'periop', true);
INSERT INTO periop_register.definitions_v3 VALUES ('lakeside', 'e2a89271-e034-5e13-98d3-693e2389c37d', 'definition', 63, NULL, '2026-11-27 04:15:50.374807+00', NULL, 'death', 1, 'death', '{"id": "death", "kind": "death", "grace": 30, "title": "Death within 30 days", "anchor": "first-incision", "review": "not-required", "source": "Any cause, counted from the first incision. Deaths in hospital, within 30 days and within 90 are reported apart; this version has 30 days.", "window": {"days": 30}, "version": 1, "criteria": [{"id": "any-cause", "text": "Dead, for whatever reason and wherever."}], "evidence": "seen-alive-after-close", "denominator": "without-died"}', '2026-11-27 04:15:50.374807+00', 'periop', true);
INSERT INTO periop_register.definitions_v3 VALUES ('lakeside', 'a1a42a37-5544-5885-a080-83e5e5fb7d1f', 'definition', 64, NULL, '2026-11-27 04:15:50.374849+00', NULL, 'death', 2, 'death', '{"id": "death", "kind": "death", "grace": 30, "title": "Death within 90 days", "anchor": "first-incision", "review": "not-required", "source": "Any cause, counted from the first incision. Deaths in hospital, within 30 days and within 90 are reported apart; this version has 90 days.", "window": {"days": 90}, "version": 2, "criteria": [{"id": "any-cause", "text": "Dead, for whatever reason and wherever."}], "evidence": "seen-alive-after-close", "denominator": "without-died"}', '2026-11-27 04:15:50.374849+00', 'periop', true);
INSERT INTO periop_register.definitions_v3 VALUES ('lakeside', '15f3b8a3-0340-57fe-bb36-cd97d6422265', 'definition', 65, NULL, '2026-11-27 04:15:50.374861+00', NULL, 'deep-vein-thrombosis', 1, 'deep-vein-thrombosis', '{"id": "deep-vein-thrombosis", "kind": "deep-vein-thrombosis", "grace": 30, "title": "Deep-vein thrombosis within 30 days", "anchor": "first-incision", "review": "not-required", "source": "VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it (2014).", "window": {"days": 30}, "version": 1, "criteria": [{"id": "new", "text": "New since the operation."}, {"id": "imaging", "text": "Confirmed by imaging."}, {"id": "treated", "text": "Treated, or treatment was recommended: anticoagulation, a filter or a clip."}], "evidence": "assessment", "denominator": "without-died"}', '2026-11-27 04:15:50.374861+00', 'periop', true);
INSERT INTO periop_register.definitions_v3 VALUES ('lakeside', '002bb4d4-27d4-561f-990f-245c544f3d6c', 'definition', 66, NULL, '2026-11-27 04:15:50.374953+00', NULL, 'dural-tear', 1, 'dural-tear', '{"id": "dural-tear", "kind": "dural-tear", "grace": 30, "title": "Dural tear, at surgery or within 30 days", "anchor": "first-incision", "review": "not-required", "source": "Periop''s own: no written definition of a registry was at hand.", "window": {"days": 30}, "version": 1, "criteria": [{"id": "seen", "text": "Seen at surgery, or found later by its leak."}, {"id": "repair", "text": "How it was repaired is recorded."}, {"id": "not-intended", "text": "A durotomy that was intended is none."}], "evidence": "assessment", "denominator": "without-died"}', '2026-11-27 04:15:50.374953+00', 'periop', true);
INSERT INTO periop_register.definitions_v3 VALUES ('lakeside', '611e7d0d-eebc-5b32-ac64-c5f98f8a1e73', 'definition', 67, NULL, '2026-11-27 04:15:50.374968+00', NULL, 'hardware-failure', 1, 'hardware-failure', '{"id": "hardware-failure", "kind": "hardware-failure", "grace": 30, "title": "Hardware failure with reintervention within 30 days", "anchor": "first-incision", "review": "not-required", "source": "VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it, graft or prosthesis failure (2015).", "window": {"days": 30}, "version": 1, "criteria": [{"id": "failed", "text": "Graft, prosthesis or implant failed, for a mechanical reason or an infection."}, {"id": "reintervention", "text": "It took a return to the operating room or an intervention under imaging."}], "evidence": "assessment", "denominator": "without-died"}', '2026-11-27 04:15:50.374968+00', 'periop', true);
INSERT INTO periop_register.definitions_v3 VALUES ('lakeside', 'b50ddc4a-b3c8-542d-9af0-6171781e24dd', 'definition', 68, NULL, '2026-11-27 04:15:50.374986+00', NULL, 'hardware-failure', 2, 'hardware-failure', '{"id": "hardware-failure", "kind": "hardware-failure", "grace": 60, "title": "Hardware failure within 24 months", "anchor": "first-incision", "review": "not-required", "source": "Periop''s own for the spine: what images show in 24 months. What is found absent from day 660 on counts at the close.", "window": {"days": 730}, "version": 2, "criteria": [{"id": "breakage", "text": "A rod, screw or other implant is broken on an image."}, {"id": "loosening", "text": "Or loose: lucency around it, or motion."}, {"id": "pull-out", "text": "Or pulled out or displaced."}, {"id": "without-reoperation", "text": "It counts with or without a reoperation."}], "evidence": "assessment", "denominator": "without-died", "assessed_from": 660}', '2026-11-27 04:15:50.374986+00', 'periop', true);
INSERT INTO periop_register.definitions_v3 VALUES ('lakeside', 'b9d3e74d-b875-52d9-bfa4-808f2f32818e', 'definition', 69, NULL, '2026-11-27 04:15:50.37501+00', NULL, 'infection', 1, 'infection', '{"id": "infection", "kind": "infection", "grace": 30, "title": "Any surgical site infection within 30 days", "anchor": "first-incision", "review": "not-required", "source": "VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it: superficial (2004), deep, organ or space (2015).", "window": {"days": 30}, "version": 1, "criteria": [{"id": "member", "text": "A superficial, deep, or organ or space infection, each by its own definition of the same version. A case counts once."}], "evidence": "assessment", "denominator": "without-died"}', '2026-11-27 04:15:50.37501+00', 'periop', true);
INSERT INTO periop_register.definitions_v3 VALUES ('lakeside', '2a8aef59-b5a7-54de-a8ec-3f5413f41ddc', 'definition', 70, NULL, '2026-11-27 04:15:50.375023+00', NULL, 'infection', 2, 'infection', '{"id": "infection", "kind": "infection", "grace": 30, "title": "Any surgical site infection within 90 days", "anchor": "first-incision", "review": "not-required", "source": "Criteria: VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it: superficial (2004), deep, organ or space (2015). Window: 90 days. To be confirmed: that NHSN (National Healthcare Safety Network) follows spinal fusions for 90 days, and laminectomies for 30.", "window": {"days": 90}, "version": 2, "criteria": [{"id": "member", "text": "A superficial, deep, or organ or space infection, each by its own definition of the same version. A case counts once."}], "evidence": "assessment", "denominator": "without-died"}', '2026-11-27 04:15:50.375023+00', 'periop', true);
INSERT INTO periop_register.definitions_v3 VALUES ('lakeside', 'adf0ce91-80b9-52dc-b0f0-c0d0ece3bb9a', 'definition', 71, NULL, '2026-11-27 04:15:50.37504+00', NULL, 'infection-deep', 1, 'infection-deep', '{"id": "infection-deep", "kind": "infection-deep", "grace": 30, "title": "Deep infection within 30 days", "anchor": "first-incision", "review": "not-required", "source": "VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it (2015).", "window": {"days": 30}, "version": 1, "criteria": [{"id": "pus", "text": "Pus from the deep incision."}, {"id": "dehiscence", "text": "The deep incision came apart or was opened on purpose, with fever above 38 °C, pain or tenderness; not when the culture was negative."}, {"id": "abscess", "text": "An abscess."}, {"id": "diagnosis", "text": "Diagnosed as a deep infection by a physician."}, {"id": "not-else", "text": "Fascia or muscle of the incision."}], "evidence": "assessment", "denominator": "without-died"}', '2026-11-27 04:15:50.37504+00', 'periop', true);
INSERT INTO periop_register.definitions_v3 VALUES ('lakeside', '56f4ec1d-fc9f-58cb-a641-f040ef09ea11', 'definition', 72, NULL, '2026-11-27 04:15:50.375057+00', NULL, 'infection-deep', 2, 'infection-deep', '{"id": "infection-deep", "kind": "infection-deep", "grace": 30, "title": "Deep infection within 90 days", "anchor": "first-incision", "review": "not-required", "source": "Criteria: VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it (2015). Window: 90 days. To be confirmed: that NHSN (National Healthcare Safety Network) follows spinal fusions for 90 days, and laminectomies for 30.", "window": {"days": 90}, "version": 2, "criteria": [{"id": "pus", "text": "Pus from the deep incision."}, {"id": "dehiscence", "text": "The deep incision came apart or was opened on purpose, with fever above 38 °C, pain or tenderness; not when the culture was negative."}, {"id": "abscess", "text": "An abscess."}, {"id": "diagnosis", "text": "Diagnosed as a deep infection by a physician."}, {"id": "not-else", "text": "Fascia or muscle of the incision."}], "evidence": "assessment", "denominator": "without-died"}', '2026-11-27 04:15:50.375057+00', 'periop', true);
INSERT INTO periop_register.definitions_v3 VALUES ('lakeside', 'd3806631-35da-534a-b5e5-7a32d08e3645', 'definition', 79, NULL, '2026-11-27 04:15:50.375169+00', NULL, 'non-union', 1, 'non-union', '{"id": "non-union", "kind": "non-union", "grace": 60, "title": "Non-union at 12 months", "anchor": "first-incision", "review": "not-required", "source": "Periop''s own, assessed at 12 months: what is found absent from day 300 on counts at the close. To be confirmed: the criteria, which no primary text was checked for.", "window": {"days": 365}, "version": 1, "criteria": [{"id": "no-bridging", "text": "No bridging bone on a CT scan."}, {"id": "motion", "text": "Motion of the segment, or lucency around the implants."}, {"id": "revision", "text": "Or a revision for pseudarthrosis."}], "evidence": "assessment", "denominator": "without-died", "assessed_from": 300}', '2026-11-27 04:15:50.375169+00', 'periop', true);
INSERT INTO periop_register.definitions_v3 VALUES ('lakeside', 'c3cdc8ab-d842-5ea4-a9dd-4a997ed0fee5', 'definition', 73, NULL, '2026-11-27 04:15:50.375076+00', NULL, 'infection-organ-space', 1, 'infection-organ-space', '{"id": "infection-organ-space", "kind": "infection-organ-space", "grace": 30, "title": "Organ or space infection within 30 days", "anchor": "first-incision", "review": "not-required", "source": "VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it (2015).", "window": {"days": 30}, "version": 1, "criteria": [{"id": "drain", "text": "Pus from a drain."}, {"id": "organism", "text": "An organism from there."}, {"id": "abscess", "text": "An abscess."}, {"id": "diagnosis", "text": "Diagnosed as an infection of the organ or space by a physician."}, {"id": "not-else", "text": "Any part that was opened, other than the incision."}], "evidence": "assessment", "denominator": "without-died"}', '2026-11-27 04:15:50.375076+00', 'periop', true);
INSERT INTO periop_register.definitions_v3 VALUES ('lakeside', '6116e978-2963-5925-9223-2ce64e64468e', 'definition', 74, NULL, '2026-11-27 04:15:50.37509+00', NULL, 'infection-organ-space', 2, 'infection-organ-space', '{"id": "infection-organ-space", "kind": "infection-organ-space", "grace": 30, "title": "Organ or space infection within 90 days", "anchor": "first-incision", "review": "not-required", "source": "Criteria: VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it (2015). Window: 90 days. To be confirmed: that NHSN (National Healthcare Safety Network) follows spinal fusions for 90 days, and laminectomies for 30.", "window": {"days": 90}, "version": 2, "criteria": [{"id": "drain", "text": "Pus from a drain."}, {"id": "organism", "text": "An organism from there."}, {"id": "abscess", "text": "An abscess."}, {"id": "diagnosis", "text": "Diagnosed as an infection of the organ or space by a physician."}, {"id": "not-else", "text": "Any part that was opened, other than the incision."}], "evidence": "assessment", "denominator": "without-died"}', '2026-11-27 04:15:50.37509+00', 'periop', true);
INSERT INTO periop_register.definitions_v3 VALUES ('lakeside', '6860be7b-a40d-54ef-90fd-bdf47e5ae988', 'definition', 75, NULL, '2026-11-27 04:15:50.375103+00', NULL, 'infection-superficial', 1, 'infection-superficial', '{"id": "infection-superficial", "kind": "infection-superficial", "grace": 30, "title": "Superficial infection within 30 days", "anchor": "first-incision", "review": "not-required", "source": "VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it (2004).", "window": {"days": 30}, "version": 1, "criteria": [{"id": "pus", "text": "Pus from the superficial incision."}, {"id": "organism", "text": "An organism from an aseptic culture."}, {"id": "opened", "text": "Signs of infection, and the incision was opened on purpose; not when the culture was negative."}, {"id": "diagnosis", "text": "Diagnosed as a superficial infection by a physician."}, {"id": "not-else", "text": "Only skin or subcutaneous tissue. No stitch abscess, no infected burn, and no infection that reaches deeper."}], "evidence": "assessment", "denominator": "without-died"}', '2026-11-27 04:15:50.375103+00', 'periop', true);
INSERT INTO periop_register.definitions_v3 VALUES ('lakeside', '4fdd1945-1e8a-5093-9642-3884ca63a13d', 'definition', 76, NULL, '2026-11-27 04:15:50.375118+00', NULL, 'infection-superficial', 2, 'infection-superficial', '{"id": "infection-superficial", "kind": "infection-superficial", "grace": 30, "title": "Superficial infection within 90 days", "anchor": "first-incision", "review": "not-required", "source": "Criteria: VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it (2004). The window is Periop''s own, as long as that of the deeper infections, so that the members of the family are counted alike.", "window": {"days": 90}, "version": 2, "criteria": [{"id": "pus", "text": "Pus from the superficial incision."}, {"id": "organism", "text": "An organism from an aseptic culture."}, {"id": "opened", "text": "Signs of infection, and the incision was opened on purpose; not when the culture was negative."}, {"id": "diagnosis", "text": "Diagnosed as a superficial infection by a physician."}, {"id": "not-else", "text": "Only skin or subcutaneous tissue. No stitch abscess, no infected burn, and no infection that reaches deeper."}], "evidence": "assessment", "denominator": "without-died"}', '2026-11-27 04:15:50.375118+00', 'periop', true);
INSERT INTO periop_register.definitions_v3 VALUES ('lakeside', '22c2c677-7366-5958-b293-5d837e6d49aa', 'definition', 77, NULL, '2026-11-27 04:15:50.375144+00', NULL, 'nerve-injury', 1, 'nerve-injury', '{"id": "nerve-injury", "kind": "nerve-injury", "grace": 30, "title": "Nerve injury within 30 days", "anchor": "first-incision", "review": "not-required", "source": "VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it, peripheral nerve injury (2007). To be confirmed: which plexuses and nerves its list names.", "window": {"days": 30}, "version": 1, "criteria": [{"id": "motor", "text": "A motor deficit. A loss of feeling alone does not count."}, {"id": "named-nerve", "text": "Of one of the cervical, brachial or lumbosacral plexuses, or of a named peripheral nerve."}], "evidence": "assessment", "denominator": "without-died"}', '2026-11-27 04:15:50.375144+00', 'periop', true);
INSERT INTO periop_register.definitions_v3 VALUES ('lakeside', '831c0803-e853-5114-8f7c-10cfa6ed55cc', 'definition', 78, NULL, '2026-11-27 04:15:50.375156+00', NULL, 'nerve-injury', 2, 'nerve-injury', '{"id": "nerve-injury", "kind": "nerve-injury", "grace": 30, "title": "New motor deficit within 6 weeks", "anchor": "first-incision", "review": "not-required", "source": "Periop''s own for the spine: motor strength is examined again at 6 weeks. To be confirmed: the threshold of one MRC grade or an ASIA fall, against a primary text.", "window": {"days": 42}, "version": 2, "criteria": [{"id": "motor-grade", "text": "A new motor deficit of at least one grade of the MRC scale against the baseline before surgery."}, {"id": "asia", "text": "Or a fall of at least one grade on the ASIA impairment scale against the baseline."}], "evidence": "assessment", "denominator": "without-died"}', '2026-11-27 04:15:50.375156+00', 'periop', true);
INSERT INTO periop_register.definitions_v3 VALUES ('lakeside', 'af5d8921-8f67-5320-a6aa-b158b5599b0b', 'definition', 80, NULL, '2026-11-27 04:15:50.375183+00', NULL, 'non-union', 2, 'non-union', '{"id": "non-union", "kind": "non-union", "grace": 60, "title": "Non-union at 24 months", "anchor": "first-incision", "review": "not-required", "source": "Periop''s own, assessed at 24 months: what is found absent from day 660 on counts at the close. To be confirmed: the criteria, which no primary text was checked for.", "window": {"days": 730}, "version": 2, "criteria": [{"id": "no-bridging", "text": "No bridging bone on a CT scan."}, {"id": "motion", "text": "Motion of the segment, or lucency around the implants."}, {"id": "revision", "text": "Or a revision for pseudarthrosis."}], "evidence": "assessment", "denominator": "without-died", "assessed_from": 660}', '2026-11-27 04:15:50.375183+00', 'periop', true);
INSERT INTO periop_register.definitions_v3 VALUES ('lakeside', '6d863e13-93a3-56e4-8b54-240d6e39a1cd', 'definition', 81, NULL, '2026-11-27 04:15:50.375199+00', NULL, 'pulmonary-embolism', 1, 'pulmonary-embolism', '{"id": "pulmonary-embolism", "kind": "pulmonary-embolism", "grace": 30, "title": "Pulmonary embolism within 30 days", "anchor": "first-incision", "review": "not-required", "source": "VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it (2007).", "window": {"days": 30}, "version": 1, "criteria": [{"id": "imaging", "text": "A ventilation-perfusion scan of high probability, a pulmonary arteriogram or a CT angiogram shows it."}], "evidence": "assessment", "denominator": "without-died"}', '2026-11-27 04:15:50.375199+00', 'periop', true);
INSERT INTO periop_register.definitions_v3 VALUES ('lakeside', '56166aa0-c99c-5240-97b8-9a975ad4bc79', 'definition', 82, NULL, '2026-11-27 04:15:50.375211+00', NULL, 'readmission', 1, 'readmission', '{"id": "readmission", "kind": "readmission", "grace": 30, "title": "Readmission within 30 days of surgery", "anchor": "first-incision", "review": "not-required", "source": "Registries count readmissions from surgery or from discharge. This version counts from the first incision: who stays long has less time to be readmitted.", "window": {"days": 30}, "version": 1, "criteria": [{"id": "inpatient", "text": "A stay in hospital that was not planned, after the discharge."}, {"id": "all-cause", "text": "For whatever reason; related ones are told by the code of the readmission."}], "evidence": "assessment", "denominator": "without-died"}', '2026-11-27 04:15:50.375211+00', 'periop', true);
INSERT INTO periop_register.definitions_v3 VALUES ('lakeside', 'f36127b5-1718-5280-9144-057e6acace84', 'definition', 83, NULL, '2026-11-27 04:15:50.375223+00', NULL, 'readmission', 2, 'readmission', '{"id": "readmission", "kind": "readmission", "grace": 30, "title": "Readmission within 30 days of discharge", "anchor": "discharge", "review": "not-required", "source": "Registries count readmissions from surgery or from discharge. This version counts from the discharge.", "window": {"days": 30}, "version": 2, "criteria": [{"id": "inpatient", "text": "A stay in hospital that was not planned, after the discharge."}, {"id": "all-cause", "text": "For whatever reason; related ones are told by the code of the readmission."}], "evidence": "assessment", "denominator": "without-died"}', '2026-11-27 04:15:50.375223+00', 'periop', true);
INSERT INTO periop_register.definitions_v3 VALUES ('lakeside', '32fc99e1-cec6-5ad9-9638-d26f5bc77608', 'definition', 84, NULL, '2026-11-27 04:15:50.375235+00', NULL, 'retained-item', 1, 'retained-item', '{"id": "retained-item", "kind": "retained-item", "grace": 30, "title": "Retained item within 30 days", "anchor": "first-incision", "review": "not-required", "source": "One of the outcomes of VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it. To be confirmed: its wording.", "window": {"days": 30}, "version": 1, "criteria": [{"id": "left-behind", "text": "A sponge, a sharp, an instrument or a part of one was left in the patient without intent."}, {"id": "after-closure", "text": "It was found after the wound was closed."}], "evidence": "assessment", "denominator": "without-died"}', '2026-11-27 04:15:50.375235+00', 'periop', true);
INSERT INTO periop_register.definitions_v3 VALUES ('lakeside', '0e7711dc-848a-5ed4-80f8-1676623928ff', 'definition', 85, NULL, '2026-11-27 04:15:50.375256+00', NULL, 'return-to-room', 1, 'return-to-room', '{"id": "return-to-room", "kind": "return-to-room", "grace": 30, "title": "Return to the operating room within 30 days", "anchor": "first-incision", "review": "not-required", "source": "Periop''s own. Registries report returns at 30 days and at 90; this version has 30.", "window": {"days": 30}, "version": 1, "criteria": [{"id": "unplanned", "text": "An operation that was not planned."}, {"id": "related", "text": "It is related to this one."}, {"id": "no-stage", "text": "No planned stage: a return that is marked as planned, or whose case is a stage of this one, does not count."}], "evidence": "assessment", "denominator": "without-died"}', '2026-11-27 04:15:50.375256+00', 'periop', true);
INSERT INTO periop_register.definitions_v3 VALUES ('lakeside', 'f8dc4cc4-c9b4-50c6-a49f-dbcdca9a840c', 'definition', 86, NULL, '2026-11-27 04:15:50.375271+00', NULL, 'return-to-room', 2, 'return-to-room', '{"id": "return-to-room", "kind": "return-to-room", "grace": 30, "title": "Return to the operating room within 90 days", "anchor": "first-incision", "review": "not-required", "source": "Periop''s own. Registries report returns at 30 days and at 90; this version has 90.", "window": {"days": 90}, "version": 2, "criteria": [{"id": "unplanned", "text": "An operation that was not planned."}, {"id": "related", "text": "It is related to this one."}, {"id": "no-stage", "text": "No planned stage: a return that is marked as planned, or whose case is a stage of this one, does not count."}], "evidence": "assessment", "denominator": "without-died"}', '2026-11-27 04:15:50.375271+00', 'periop', true);
INSERT INTO periop_register.definitions_v3 VALUES ('lakeside', '6e12f90e-4a61-50e1-806f-5d3edf1cfe8e', 'definition', 87, NULL, '2026-11-27 04:15:50.375282+00', NULL, 'wound-disruption', 1, 'wound-disruption', '{"id": "wound-disruption", "kind": "wound-disruption", "grace": 30, "title": "Wound disruption within 30 days", "anchor": "first-incision", "review": "not-required", "source": "One of the outcomes of VASQIP (VA Surgical Quality Improvement Program), as VistA file 136.5 has it. To be confirmed: its wording.", "window": {"days": 30}, "version": 1, "criteria": [{"id": "separation", "text": "The layers of the wound came apart, in part or as a whole, fascia included."}], "evidence": "assessment", "denominator": "without-died"}', '2026-11-27 04:15:50.375282+00', 'periop', true);
INSERT INTO periop_register.definitions_v3 VALUES ('lakeside', '0ead21eb-12e8-5f62-987d-5ede9b35f147', 'definition', 88, NULL, '2026-11-27 04:15:50.375342+00', NULL, 'wrong-level', 1, 'wrong-level', '{"id": "wrong-level", "kind": "wrong-level", "grace": 30, "title": "Wrong level, side or patient", "anchor": "first-incision", "review": "not-required", "source": "Periop''s own. It happens at surgery, so that its onset is then, whenever it is noticed. It counts without limit where it is reviewed; a rate needs a close, and has that of a year. Signed by surgeon and circulating nurse, the record says what was performed.", "window": {"days": 365}, "version": 1, "criteria": [{"id": "differs", "text": "What was performed differs from what was consented or planned, in level, side or patient."}, {"id": "no-decision", "text": "Nobody documented the decision to depart from it."}], "evidence": "signed", "denominator": "without-died"}', '2026-11-27 04:15:50.375342+00', 'periop', true);
INSERT INTO periop_register.deviations_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30', 'preparation-incomplete 01a21652-9d1d-7647-8939-534db3542d8a', 2, NULL, '2026-11-26 05:27:22.666414+00', NULL, 'preparation-incomplete', 'attention', 'Not all prepared', 'The patient entered the room with open preparation: fasting, medications, imaging, laboratory, examination, consent, site-marked.', '{01a21652-9d1d-7647-8939-534db3542d8a}', '2026-11-26 05:27:22.666414+00', false, NULL, '2026-0117', NULL, 'OR-1');
INSERT INTO periop_register.deviations_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30', 'antibiotic-not-in-window 01a21652-a200-7689-bab2-294fc479ec8d', 4, NULL, '2026-11-26 05:27:23.929821+00', NULL, 'antibiotic-not-in-window', 'attention', 'Antibiotic timing', 'No antibiotic was given before the incision.', '{01a21652-a200-7689-bab2-294fc479ec8d}', '2026-11-26 05:27:23.929821+00', false, NULL, '2026-0117', NULL, 'OR-1');
INSERT INTO periop_register.deviations_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f40', 'preparation-incomplete 01a21652-a3e7-770f-95a3-a4941f9e2f71', 6, NULL, '2026-11-26 05:27:24.392402+00', NULL, 'preparation-incomplete', 'attention', 'Not all prepared', 'The patient entered the room with open preparation: fasting, medications, imaging, laboratory, examination, consent, site-marked.', '{01a21652-a3e7-770f-95a3-a4941f9e2f71}', '2026-11-26 05:27:24.392402+00', false, NULL, '2026-0118', NULL, 'OR-1');
INSERT INTO periop_register.deviations_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f40', 'antibiotic-not-in-window 01a21652-a433-7cb2-bb85-b55f3f00a9a5', 8, NULL, '2026-11-26 05:27:24.469581+00', NULL, 'antibiotic-not-in-window', 'attention', 'Antibiotic timing', 'No antibiotic was given before the incision.', '{01a21652-a433-7cb2-bb85-b55f3f00a9a5}', '2026-11-26 05:27:24.469581+00', false, NULL, '2026-0118', NULL, 'OR-1');
INSERT INTO periop_register.deviations_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f50', 'preparation-incomplete 01a21652-a474-70a3-a4ba-86d4eefcf2b2', 10, NULL, '2026-11-26 05:27:24.533699+00', NULL, 'preparation-incomplete', 'attention', 'Not all prepared', 'The patient entered the room with open preparation: fasting, medications, imaging, laboratory, examination, consent, site-marked.', '{01a21652-a474-70a3-a4ba-86d4eefcf2b2}', '2026-11-26 05:27:24.533699+00', false, NULL, '2026-0119', NULL, 'OR-1');
INSERT INTO periop_register.deviations_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f50', 'antibiotic-not-in-window 01a21652-a5b3-7a19-8f32-39c80a925f3e', 12, NULL, '2026-11-26 05:27:24.860923+00', NULL, 'antibiotic-not-in-window', 'attention', 'Antibiotic timing', 'No antibiotic was given before the incision.', '{01a21652-a5b3-7a19-8f32-39c80a925f3e}', '2026-11-26 05:27:24.860923+00', false, NULL, '2026-0119', NULL, 'OR-1');
INSERT INTO periop_register.deviations_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f60', 'room-unknown 0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f60', 20, NULL, '2026-11-26 12:05:15.321157+00', NULL, 'room-unknown', 'info', 'Unknown room', 'The hospital has no room OR 1.', '{0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f60}', '2026-11-26 12:05:15.321157+00', false, NULL, '2026/0120', 'surgeon-1', 'OR 1');
INSERT INTO periop_register.deviations_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f60', 'preparation-incomplete 01a217be-e22a-7883-8afd-a7296d30e03b', 21, NULL, '2026-11-26 12:05:15.435201+00', NULL, 'preparation-incomplete', 'attention', 'Not all prepared', 'The patient entered the room with open preparation: fasting, medications, imaging, laboratory, examination, consent, site-marked.', '{01a217be-e22a-7883-8afd-a7296d30e03b}', '2026-11-26 12:05:15.435201+00', false, NULL, '2026/0120', 'surgeon-1', 'OR 1');
INSERT INTO periop_register.deviations_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f60', 'antibiotic-not-in-window 0198d2f4-11a0-7d52-8c6f-2f7b90a1c3e1', 23, 26, '2026-11-26 12:05:15.541828+00', '2026-11-26 12:05:15.669545+00', 'antibiotic-not-in-window', 'attention', 'Antibiotic timing', 'No antibiotic was given before the incision.', '{0198d2f4-11a0-7d52-8c6f-2f7b90a1c3e1}', '2026-11-26 12:05:15.541828+00', false, NULL, '2026/0120', 'surgeon-1', 'OR 1');
INSERT INTO periop_register.deviations_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f60', 'before-room-entry 0198d2f4-11a0-7d52-8c6f-2f7b90a1c3e1', 26, NULL, '2026-11-26 12:05:15.669545+00', NULL, 'before-room-entry', 'safety', 'Not in room', 'A surgical step is recorded before the patient was in the room.', '{0198d2f4-11a0-7d52-8c6f-2f7b90a1c3e1}', '2026-11-26 11:50:00+00', false, NULL, '2026/0120', 'surgeon-1', 'OR 1');
INSERT INTO periop_register.deviations_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f60', 'time-out-missing 0198d2f4-11a0-7d52-8c6f-2f7b90a1c3e1', 26, NULL, '2026-11-26 12:05:15.669545+00', NULL, 'time-out-missing', 'safety', 'No time-out', 'The incision has no time-out before it.', '{0198d2f4-11a0-7d52-8c6f-2f7b90a1c3e1}', '2026-11-26 11:50:00+00', false, NULL, '2026/0120', 'surgeon-1', 'OR 1');
INSERT INTO periop_register.deviations_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f60', 'antibiotic-not-in-window 0198d2f4-11a0-7d52-8c6f-2f7b90a1c3e1', 26, NULL, '2026-11-26 12:05:15.669545+00', NULL, 'antibiotic-not-in-window', 'attention', 'Antibiotic timing', 'No antibiotic was given before the incision.', '{0198d2f4-11a0-7d52-8c6f-2f7b90a1c3e1}', '2026-11-26 11:50:00+00', false, NULL, '2026/0120', 'surgeon-1', 'OR 1');
INSERT INTO periop_register.deviations_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70', 'room-unknown 0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70', 89, NULL, '2026-11-27 04:16:17.762382+00', NULL, 'room-unknown', 'info', 'Unknown room', 'The hospital has no room OR 2.', '{0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70}', '2026-11-27 04:16:17.762382+00', false, NULL, '2026-0170', 'S-07', 'OR 2');
INSERT INTO periop_register.deviations_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70', 'preparation-incomplete 01a21b37-e731-7067-ad7e-dd098820a73b', 90, NULL, '2026-11-27 04:16:18.266562+00', NULL, 'preparation-incomplete', 'attention', 'Not all prepared', 'The patient entered the room with open preparation: fasting, medications, imaging, laboratory, examination, consent, site-marked.', '{01a21b37-e731-7067-ad7e-dd098820a73b}', '2026-11-27 03:16:18+00', false, NULL, '2026-0170', 'S-07', 'OR 2');
INSERT INTO periop_register.deviations_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70', 'recorded-late 01a21b37-e731-7067-ad7e-dd098820a73b', 90, NULL, '2026-11-27 04:16:18.266562+00', NULL, 'recorded-late', 'info', 'Recorded late', 'room-entry was recorded 60 minutes later.', '{01a21b37-e731-7067-ad7e-dd098820a73b}', '2026-11-27 03:16:18+00', false, NULL, '2026-0170', 'S-07', 'OR 2');
INSERT INTO periop_register.deviations_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70', 'order-unusual 01a21b37-e890-7a0d-b26b-ff439e33b8fe', 93, NULL, '2026-11-27 04:16:18.773953+00', NULL, 'order-unusual', 'info', 'Order unusual', 'induction is recorded before anesthesia-start.', '{01a21b37-e890-7a0d-b26b-ff439e33b8fe,01a21b37-e953-7c3c-8ed2-d84f1192c36c}', '2026-11-27 04:13:18+00', false, NULL, '2026-0170', 'S-07', 'OR 2');
INSERT INTO periop_register.deviations_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70', 'sign-in-missing 01a21b37-e953-7c3c-8ed2-d84f1192c36c', 93, NULL, '2026-11-27 04:16:18.773953+00', NULL, 'sign-in-missing', 'attention', 'No sign-in', 'Anesthesia has no sign-in before it.', '{01a21b37-e953-7c3c-8ed2-d84f1192c36c}', '2026-11-27 04:09:18+00', false, NULL, '2026-0170', 'S-07', 'OR 2');
INSERT INTO periop_register.deviations_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70', 'level-not-confirmed 01a21b37-ec54-72b9-b6cc-20133f0d02e7', 98, NULL, '2026-11-27 04:16:19.555384+00', NULL, 'level-not-confirmed', 'safety', 'Level not imaged', 'L3 was cut without an image that localised it.', '{01a21b37-ec54-72b9-b6cc-20133f0d02e7}', '2026-11-27 04:16:19.555384+00', false, NULL, '2026-0170', 'S-07', 'OR 2');
INSERT INTO periop_register.deviations_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70', 'count-missing 01a21b37-f02d-7b08-8722-7d1eee0e0cd3', 101, NULL, '2026-11-27 04:16:20.531337+00', NULL, 'count-missing', 'safety', 'Count missing', 'The wound was closed without a count of sponges, sharps, instruments.', '{01a21b37-f02d-7b08-8722-7d1eee0e0cd3}', '2026-11-27 04:16:20.531337+00', false, NULL, '2026-0170', 'S-07', 'OR 2');
INSERT INTO periop_register.deviations_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70', 'antibiotic-not-in-window 0198d2f4-11a0-7d52-8c6f-2f7b90a1c3f1', 97, 106, '2026-11-27 04:16:19.224418+00', '2026-11-27 04:16:21.15045+00', 'antibiotic-not-in-window', 'attention', 'Antibiotic timing', 'No antibiotic was given before the incision.', '{0198d2f4-11a0-7d52-8c6f-2f7b90a1c3f1}', '2026-11-27 04:16:19.224418+00', false, NULL, '2026-0170', 'S-07', 'OR 2');
INSERT INTO periop_register.deviations_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70', 'count-missing 01a21b37-f126-740f-bf34-4c9480146299', 102, NULL, '2026-11-27 04:16:20.778927+00', NULL, 'count-missing', 'safety', 'Count missing', 'The wound was closed without a count of sponges, sharps, instruments.', '{01a21b37-f126-740f-bf34-4c9480146299}', '2026-11-27 04:16:20.778927+00', false, NULL, '2026-0170', 'S-07', 'OR 2');
INSERT INTO periop_register.deviations_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70', 'time-out-missing 0198d2f4-11a0-7d52-8c6f-2f7b90a1c3f1', 106, NULL, '2026-11-27 04:16:21.15045+00', NULL, 'time-out-missing', 'safety', 'No time-out', 'The incision has no time-out before it.', '{0198d2f4-11a0-7d52-8c6f-2f7b90a1c3f1}', '2026-11-27 04:14:21+00', false, NULL, '2026-0170', 'S-07', 'OR 2');
INSERT INTO periop_register.deviations_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70', 'antibiotic-not-in-window 0198d2f4-11a0-7d52-8c6f-2f7b90a1c3f1', 106, NULL, '2026-11-27 04:16:21.15045+00', NULL, 'antibiotic-not-in-window', 'attention', 'Antibiotic timing', 'No antibiotic was given before the incision.', '{0198d2f4-11a0-7d52-8c6f-2f7b90a1c3f1}', '2026-11-27 04:14:21+00', false, NULL, '2026-0170', 'S-07', 'OR 2');
INSERT INTO periop_register.findings_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70', '01a21b37-f306-7269-8c66-9c3ff0042ddc/dural-tear', 107, NULL, '2026-11-27 04:16:21.257201+00', NULL, '01a21b37-f306-7269-8c66-9c3ff0042ddc', 'dural-tear', 'dural-tear', 'present', 'report', '2026-11-27 04:16:21.257201+00', false, '2026-11-27 04:16:21.257201+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO periop_register.implants_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30', '0198d2f4-11a0-7d52-8c6f-2f7b90a1c3d1', 13, NULL, '2026-11-26 05:27:25.15133+00', NULL, '8ed9411b-84eb-4e4e-85a8-ff023493f727', 'pedicle-screw', '{L3}', NULL, 'left', 1, 'Acme', NULL, '51022222233336', 'a213b1', 'A213B1', false, '0017', '0017', false, '2028-07-07', NULL, NULL, 'in-place', '2026-11-26 05:27:25.15133+00', '{0198d2f4-11a0-7d52-8c6f-2f7b90a1c3d1}', 1, NULL, NULL, 'ACME', NULL);
INSERT INTO periop_register.implants_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30', '0198d2f4-11a0-7d52-8c6f-2f7b90a1c3d2', 14, 18, '2026-11-26 05:27:25.233574+00', '2026-11-26 05:27:25.527413+00', '8ed9411b-84eb-4e4e-85a8-ff023493f727', 'rod', '{}', NULL, NULL, 1, NULL, 'R-5', NULL, 'R 1', 'R1', true, NULL, NULL, false, NULL, NULL, NULL, 'in-place', '2026-11-26 05:27:25.233574+00', '{0198d2f4-11a0-7d52-8c6f-2f7b90a1c3d2}', 1, NULL, NULL, NULL, 'R-5');
INSERT INTO periop_register.implants_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f40', '0198d2f4-11a0-7d52-8c6f-2f7b90a1c3d3', 15, NULL, '2026-11-26 05:27:25.288837+00', NULL, '45671ded-0bd2-47c9-b72a-404844ba816b', 'pedicle-screw', '{}', NULL, NULL, 1, 'Acme', NULL, '51022222233336', 'B2', 'B2', false, '0017', '0017', false, NULL, NULL, NULL, 'in-place', '2026-11-26 05:27:25.288837+00', '{0198d2f4-11a0-7d52-8c6f-2f7b90a1c3d3}', 1, NULL, NULL, 'ACME', NULL);
INSERT INTO periop_register.implants_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f50', '0198d2f4-11a0-7d52-8c6f-2f7b90a1c3d4', 16, NULL, '2026-11-26 05:27:25.32316+00', NULL, 'edc738da-497b-46ad-bb9f-0386918f7f0f', 'cage', '{}', NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, false, NULL, NULL, false, NULL, '+H123PARTNO1234567890120/$$420020216LOTA213B1/S1', '+H123PARTNO1234567890120/$$420020216LOTA213B1/S1', 'in-place', '2026-11-26 05:27:25.32316+00', '{0198d2f4-11a0-7d52-8c6f-2f7b90a1c3d4}', 1, NULL, NULL, NULL, NULL);
INSERT INTO periop_register.implants_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30', '01a21652-a802-78b3-bef5-cff7191b7fa7', 17, NULL, '2026-11-26 05:27:25.446403+00', NULL, '8ed9411b-84eb-4e4e-85a8-ff023493f727', 'rod', '{}', NULL, NULL, 1, NULL, NULL, NULL, 'W1', 'W1', true, NULL, NULL, false, NULL, NULL, NULL, 'wasted', '2026-11-26 05:27:25.446403+00', '{01a21652-a802-78b3-bef5-cff7191b7fa7}', 0, NULL, NULL, NULL, NULL);
INSERT INTO periop_register.implants_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30', '0198d2f4-11a0-7d52-8c6f-2f7b90a1c3d2', 18, NULL, '2026-11-26 05:27:25.527413+00', NULL, '8ed9411b-84eb-4e4e-85a8-ff023493f727', 'rod', '{}', NULL, NULL, 1, NULL, 'R-5', NULL, 'R 1', 'R1', true, NULL, NULL, false, NULL, NULL, NULL, 'removed', '2026-11-26 05:27:25.233574+00', '{0198d2f4-11a0-7d52-8c6f-2f7b90a1c3d2,01a21652-a856-79b2-9016-34d7121a3b23}', 0, NULL, NULL, NULL, 'R-5');
INSERT INTO periop_register.implants_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f60', '0198d2f4-11a0-7d52-8c6f-2f7b90a1c3e2', 24, 25, '2026-11-26 12:05:15.577742+00', '2026-11-26 12:05:15.621783+00', '8103c17b-8b53-4a9e-be05-cd6d4432d2d4', 'rod', '{}', NULL, 'left', 2, 'Acme', 'R-5', NULL, 'l 9', 'L9', true, NULL, NULL, false, NULL, NULL, NULL, 'in-place', '2026-11-26 12:05:15.577742+00', '{0198d2f4-11a0-7d52-8c6f-2f7b90a1c3e2}', 2, NULL, NULL, 'ACME', 'R-5');
INSERT INTO periop_register.implants_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f60', '0198d2f4-11a0-7d52-8c6f-2f7b90a1c3e2', 25, NULL, '2026-11-26 12:05:15.621783+00', NULL, '8103c17b-8b53-4a9e-be05-cd6d4432d2d4', 'rod', '{}', NULL, 'left', 2, 'Acme', 'R-5', NULL, 'l 9', 'L9', true, NULL, NULL, false, NULL, NULL, NULL, 'partly-removed', '2026-11-26 12:05:15.577742+00', '{0198d2f4-11a0-7d52-8c6f-2f7b90a1c3e2,01a217be-e2e3-7bf8-bd3e-63d67aa2c2d8}', 1, NULL, NULL, 'ACME', 'R-5');
INSERT INTO periop_register.implants_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70', '0198d2f4-11a0-7d52-8c6f-2f7b90a1c3f2', 99, 100, '2026-11-27 04:16:19.847542+00', '2026-11-27 04:16:20.192773+00', '3a70e828-b106-4294-9945-67543325d5b4', 'pedicle-screw', '{L3}', NULL, 'left', 1, NULL, NULL, '51022222233336', 'C7', 'C7', false, NULL, NULL, false, NULL, NULL, NULL, 'in-place', '2026-11-27 04:16:19.847542+00', '{0198d2f4-11a0-7d52-8c6f-2f7b90a1c3f2}', 1, NULL, NULL, NULL, NULL);
INSERT INTO periop_register.implants_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70', '0198d2f4-11a0-7d52-8c6f-2f7b90a1c3f2', 100, NULL, '2026-11-27 04:16:20.192773+00', NULL, '3a70e828-b106-4294-9945-67543325d5b4', 'pedicle-screw', '{L3}', NULL, 'left', 1, NULL, NULL, '51022222233336', 'C7', 'C7', false, NULL, NULL, false, NULL, NULL, NULL, 'removed', '2026-11-27 04:16:19.847542+00', '{0198d2f4-11a0-7d52-8c6f-2f7b90a1c3f2,01a21b37-eec8-7d0d-ba06-e277bac63e02}', 0, NULL, NULL, NULL, NULL);
INSERT INTO periop_register.recalls_v3 VALUES ('general', '01a21652-a884-770b-a44b-4643a75cf51d', 'recall', 19, NULL, '2026-11-26 05:27:25.572891+00', NULL, '51022222233336', NULL, NULL, NULL, NULL, '{A213B1}', '{A213B1}', NULL, NULL, '{51022222233336,A213B1}', 'FSCA-2026-014', 'FSCA-2026-014', 'FSCA-2026-014', '2026-11-26 05:27:25.572891+00', NULL);
INSERT INTO periop_register.recalls_v3 VALUES ('general', '01a217be-e349-74eb-adee-5ec1fb87c3f7', 'recall', 27, NULL, '2026-11-26 12:05:15.813939+00', NULL, NULL, NULL, NULL, 'R-5', 'R-5', '{L9,L10}', '{L9,L10}', NULL, NULL, NULL, 'N-7', 'N-7', 'N-7', '2026-11-26 12:05:15.813939+00', NULL);
INSERT INTO periop_register.removals_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30', '01a21652-a856-79b2-9016-34d7121a3b23', 18, NULL, '2026-11-26 05:27:25.527413+00', NULL, '8ed9411b-84eb-4e4e-85a8-ff023493f727', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30', '0198d2f4-11a0-7d52-8c6f-2f7b90a1c3d2', NULL, 'malposition', '2026-11-26 05:27:25.527413+00');
INSERT INTO periop_register.removals_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f60', '01a217be-e2e3-7bf8-bd3e-63d67aa2c2d8', 25, NULL, '2026-11-26 12:05:15.621783+00', NULL, '8103c17b-8b53-4a9e-be05-cd6d4432d2d4', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f60', '0198d2f4-11a0-7d52-8c6f-2f7b90a1c3e2', 1, 'loosened', '2026-11-26 12:05:15.621783+00');
INSERT INTO periop_register.removals_v3 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70', '01a21b37-eec8-7d0d-ba06-e277bac63e02', 100, NULL, '2026-11-27 04:16:20.192773+00', NULL, '3a70e828-b106-4294-9945-67543325d5b4', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f70', '0198d2f4-11a0-7d52-8c6f-2f7b90a1c3f2', NULL, 'malposition', '2026-11-27 04:16:20.192773+00');
INSERT INTO periop_register.ticks VALUES (0, '2026-11-26 04:48:00.30384+00', '2026-11-26 05:27:22.301464+00', 0);
INSERT INTO periop_register.ticks VALUES (2, '2026-11-26 05:27:23.48773+00', '2026-11-26 05:27:23.48773+00', 1);
INSERT INTO periop_register.ticks VALUES (6, '2026-11-26 05:27:24.423214+00', '2026-11-26 05:27:24.423214+00', 4);
INSERT INTO periop_register.ticks VALUES (15, '2026-11-26 05:27:25.306655+00', '2026-11-26 05:27:25.306655+00', 12);
INSERT INTO periop_register.ticks VALUES (19, '2026-11-26 05:27:26.306869+00', '2026-11-26 12:05:14.694065+00', 19);
INSERT INTO periop_register.ticks VALUES (25, '2026-11-26 12:05:15.691991+00', '2026-11-26 12:05:15.691991+00', 19);
INSERT INTO periop_register.ticks VALUES (28, '2026-11-26 12:05:16.697604+00', '2026-11-26 12:05:26.692408+00', 19);
INSERT INTO periop_register.ticks VALUES (88, '2026-11-27 04:15:53.82995+00', '2026-11-27 04:16:17.790653+00', 19);
INSERT INTO periop_register.ticks VALUES (92, '2026-11-27 04:16:18.790012+00', '2026-11-27 04:16:18.790012+00', 19);
INSERT INTO periop_register.ticks VALUES (98, '2026-11-27 04:16:19.798408+00', '2026-11-27 04:16:19.798408+00', 19);
INSERT INTO periop_register.ticks VALUES (102, '2026-11-27 04:16:20.793944+00', '2026-11-27 04:16:20.793944+00', 19);
INSERT INTO periop_register.ticks VALUES (107, '2026-11-27 04:16:21.795909+00', '2026-11-27 04:17:30.788987+00', 19);
INSERT INTO periop_register.versions VALUES (3, '2026-11-27 04:15:58.805485+00', 88, 107);
INSERT INTO wolverine.wolverine_node_records VALUES (9, 1, 'NodeStarted', '2026-11-27 04:15:51.66845+00', '');
INSERT INTO wolverine.wolverine_node_records VALUES (10, 1, 'AgentStarted', '2026-11-27 04:15:53.415394+00', 'event-subscriptions://marten/main/127!0!0!1.periop/board/all/v2');
INSERT INTO wolverine.wolverine_node_records VALUES (11, 1, 'AgentStarted', '2026-11-27 04:15:53.415394+00', 'event-subscriptions://marten/main/127!0!0!1.periop/register/all/v3');
INSERT INTO wolverine.wolverine_node_records VALUES (12, 1, 'AgentStarted', '2026-11-27 04:15:53.415394+00', 'wolverinedb://postgresql/127.0.0.1/periop/wolverine');
SELECT pg_catalog.setval('periop_events.mt_events_sequence', 107, true);
SELECT pg_catalog.setval('wolverine.wolverine_node_records_id_seq', 12, true);
SELECT pg_catalog.setval('wolverine.wolverine_nodes_node_number_seq', 1, false);
ALTER TABLE ONLY periop.halted_board_v2
    ADD CONSTRAINT pkey_halted_board_v2_tenant_id PRIMARY KEY (tenant_id);
ALTER TABLE ONLY periop.halted_register_v3
    ADD CONSTRAINT pkey_halted_register_v3_tenant_id PRIMARY KEY (tenant_id);
ALTER TABLE ONLY periop.mt_doc_boardcard_v2
    ADD CONSTRAINT pkey_mt_doc_boardcard_v2_tenant_id_id PRIMARY KEY (tenant_id, id);
ALTER TABLE ONLY periop.mt_doc_casesummary
    ADD CONSTRAINT pkey_mt_doc_casesummary_tenant_id_id PRIMARY KEY (tenant_id, id);
ALTER TABLE ONLY periop.mt_doc_envelope
    ADD CONSTRAINT pkey_mt_doc_envelope_id PRIMARY KEY (id);
ALTER TABLE ONLY periop.mt_doc_importedentries
    ADD CONSTRAINT pkey_mt_doc_importedentries_tenant_id_id PRIMARY KEY (tenant_id, id);
ALTER TABLE ONLY periop.mt_doc_importrecord
    ADD CONSTRAINT pkey_mt_doc_importrecord_tenant_id_id PRIMARY KEY (tenant_id, id);
ALTER TABLE ONLY periop.mt_doc_lastknownhospital
    ADD CONSTRAINT pkey_mt_doc_lastknownhospital_tenant_id_id PRIMARY KEY (tenant_id, id);
ALTER TABLE ONLY periop.mt_doc_maskingrecord
    ADD CONSTRAINT pkey_mt_doc_maskingrecord_tenant_id_id PRIMARY KEY (tenant_id, id);
ALTER TABLE ONLY periop.mt_doc_patientidentity
    ADD CONSTRAINT pkey_mt_doc_patientidentity_tenant_id_id PRIMARY KEY (tenant_id, id);
ALTER TABLE ONLY periop.mt_doc_recall
    ADD CONSTRAINT pkey_mt_doc_recall_tenant_id_id PRIMARY KEY (tenant_id, id);
ALTER TABLE ONLY periop_access.mt_doc_accessentry
    ADD CONSTRAINT pkey_mt_doc_accessentry_tenant_id_id_at PRIMARY KEY (tenant_id, id, at);
ALTER TABLE ONLY periop_access.mt_doc_accessentry_default
    ADD CONSTRAINT mt_doc_accessentry_default_pkey PRIMARY KEY (tenant_id, id, at);
ALTER TABLE ONLY periop_access.mt_doc_accessentry_m202611
    ADD CONSTRAINT mt_doc_accessentry_m202611_pkey PRIMARY KEY (tenant_id, id, at);
ALTER TABLE ONLY periop_access.mt_doc_accessentry_m202612
    ADD CONSTRAINT mt_doc_accessentry_m202612_pkey PRIMARY KEY (tenant_id, id, at);
ALTER TABLE ONLY periop_access.mt_doc_accessentry_m202701
    ADD CONSTRAINT mt_doc_accessentry_m202701_pkey PRIMARY KEY (tenant_id, id, at);
ALTER TABLE ONLY periop_access.mt_doc_accessentry_m202702
    ADD CONSTRAINT mt_doc_accessentry_m202702_pkey PRIMARY KEY (tenant_id, id, at);
ALTER TABLE ONLY periop_access.mt_doc_accessentry_m202703
    ADD CONSTRAINT mt_doc_accessentry_m202703_pkey PRIMARY KEY (tenant_id, id, at);
ALTER TABLE ONLY periop_access.mt_doc_accessentry_m202704
    ADD CONSTRAINT mt_doc_accessentry_m202704_pkey PRIMARY KEY (tenant_id, id, at);
ALTER TABLE ONLY periop_access.mt_doc_accessentry_m202705
    ADD CONSTRAINT mt_doc_accessentry_m202705_pkey PRIMARY KEY (tenant_id, id, at);
ALTER TABLE ONLY periop_access.mt_doc_accessentry_m202706
    ADD CONSTRAINT mt_doc_accessentry_m202706_pkey PRIMARY KEY (tenant_id, id, at);
ALTER TABLE ONLY periop_access.mt_doc_accessentry_m202707
    ADD CONSTRAINT mt_doc_accessentry_m202707_pkey PRIMARY KEY (tenant_id, id, at);
ALTER TABLE ONLY periop_access.mt_doc_accessentry_m202708
    ADD CONSTRAINT mt_doc_accessentry_m202708_pkey PRIMARY KEY (tenant_id, id, at);
ALTER TABLE ONLY periop_access.mt_doc_accessentry_m202709
    ADD CONSTRAINT mt_doc_accessentry_m202709_pkey PRIMARY KEY (tenant_id, id, at);
ALTER TABLE ONLY periop_access.mt_doc_accessentry_m202710
    ADD CONSTRAINT mt_doc_accessentry_m202710_pkey PRIMARY KEY (tenant_id, id, at);
ALTER TABLE ONLY periop_access.mt_doc_accessentry_m202711
    ADD CONSTRAINT mt_doc_accessentry_m202711_pkey PRIMARY KEY (tenant_id, id, at);
ALTER TABLE ONLY periop_access.displays
    ADD CONSTRAINT pkey_displays_id PRIMARY KEY (id);
ALTER TABLE ONLY periop_access.protection_keys
    ADD CONSTRAINT pkey_protection_keys_name PRIMARY KEY (name);
ALTER TABLE ONLY periop_events.mt_events
    ADD CONSTRAINT pkey_mt_events_seq_id_is_archived PRIMARY KEY (seq_id, is_archived);
ALTER TABLE ONLY periop_events.mt_events_archived
    ADD CONSTRAINT mt_events_archived_pkey PRIMARY KEY (seq_id, is_archived);
ALTER TABLE ONLY periop_events.mt_events_default
    ADD CONSTRAINT mt_events_default_pkey PRIMARY KEY (seq_id, is_archived);
ALTER TABLE ONLY periop_events.mt_streams
    ADD CONSTRAINT pkey_mt_streams_tenant_id_id_is_archived PRIMARY KEY (tenant_id, id, is_archived);
ALTER TABLE ONLY periop_events.mt_streams_archived
    ADD CONSTRAINT mt_streams_archived_pkey PRIMARY KEY (tenant_id, id, is_archived);
ALTER TABLE ONLY periop_events.mt_streams_default
    ADD CONSTRAINT mt_streams_default_pkey PRIMARY KEY (tenant_id, id, is_archived);
ALTER TABLE ONLY periop_events.mt_event_progression
    ADD CONSTRAINT pk_mt_event_progression PRIMARY KEY (name);
ALTER TABLE ONLY periop_events.mt_doc_deadletterevent
    ADD CONSTRAINT pkey_mt_doc_deadletterevent_id PRIMARY KEY (id);
ALTER TABLE ONLY periop_events.mt_event_projection_floors
    ADD CONSTRAINT pkey_mt_event_projection_floors_name_tenant_id PRIMARY KEY (name, tenant_id);
ALTER TABLE ONLY periop_events.mt_high_water_skips
    ADD CONSTRAINT pkey_mt_high_water_skips_ending_sequence PRIMARY KEY (ending_sequence);
ALTER TABLE ONLY periop_register.case_facts_v3
    ADD CONSTRAINT pkey_case_facts_v3_tenant_id_case_id_key_from_seq PRIMARY KEY (tenant_id, case_id, key, from_seq);
ALTER TABLE ONLY periop_register.case_times_v3
    ADD CONSTRAINT pkey_case_times_v3_tenant_id_case_id_key_from_seq PRIMARY KEY (tenant_id, case_id, key, from_seq);
ALTER TABLE ONLY periop_register.closures_v3
    ADD CONSTRAINT pkey_closures_v3_tenant_id_recall_id_key_from_seq PRIMARY KEY (tenant_id, recall_id, key, from_seq);
ALTER TABLE ONLY periop_register.corrections_v3
    ADD CONSTRAINT pkey_corrections_v3_tenant_id_case_id_key_from_seq PRIMARY KEY (tenant_id, case_id, key, from_seq);
ALTER TABLE ONLY periop_register.definitions_v3
    ADD CONSTRAINT pkey_definitions_v3_tenant_id_publication_id_key_from_seq PRIMARY KEY (tenant_id, publication_id, key, from_seq);
ALTER TABLE ONLY periop_register.deviations_v3
    ADD CONSTRAINT pkey_deviations_v3_tenant_id_case_id_key_from_seq PRIMARY KEY (tenant_id, case_id, key, from_seq);
ALTER TABLE ONLY periop_register.findings_v3
    ADD CONSTRAINT pkey_findings_v3_tenant_id_case_id_key_from_seq PRIMARY KEY (tenant_id, case_id, key, from_seq);
ALTER TABLE ONLY periop_register.implants_v3
    ADD CONSTRAINT pkey_implants_v3_tenant_id_case_id_key_from_seq PRIMARY KEY (tenant_id, case_id, key, from_seq);
ALTER TABLE ONLY periop_register.readers
    ADD CONSTRAINT pkey_readers_role_name PRIMARY KEY (role_name);
ALTER TABLE ONLY periop_register.recalls_v3
    ADD CONSTRAINT pkey_recalls_v3_tenant_id_recall_id_key_from_seq PRIMARY KEY (tenant_id, recall_id, key, from_seq);
ALTER TABLE ONLY periop_register.removals_v3
    ADD CONSTRAINT pkey_removals_v3_tenant_id_case_id_key_from_seq PRIMARY KEY (tenant_id, case_id, key, from_seq);
ALTER TABLE ONLY periop_register.risk_models_v3
    ADD CONSTRAINT pkey_risk_models_v3_tenant_id_publication_id_key_from_seq PRIMARY KEY (tenant_id, publication_id, key, from_seq);
ALTER TABLE ONLY periop_register.scores_v3
    ADD CONSTRAINT pkey_scores_v3_tenant_id_case_id_key_from_seq PRIMARY KEY (tenant_id, case_id, key, from_seq);
ALTER TABLE ONLY periop_register.second_source_cases_v3
    ADD CONSTRAINT pkey_second_source_cases_v3_tenant_id_source_id_key_from_seq PRIMARY KEY (tenant_id, source_id, key, from_seq);
ALTER TABLE ONLY periop_register.second_sources_v3
    ADD CONSTRAINT pkey_second_sources_v3_tenant_id_source_id_key_from_seq PRIMARY KEY (tenant_id, source_id, key, from_seq);
ALTER TABLE ONLY periop_register.ticks
    ADD CONSTRAINT pkey_ticks_position PRIMARY KEY ("position");
ALTER TABLE ONLY periop_register.versions
    ADD CONSTRAINT pkey_versions_version PRIMARY KEY (version);
ALTER TABLE ONLY wolverine.wolverine_agent_restrictions
    ADD CONSTRAINT pkey_wolverine_agent_restrictions_id PRIMARY KEY (id);
ALTER TABLE ONLY wolverine.wolverine_control_queue
    ADD CONSTRAINT pkey_wolverine_control_queue_id PRIMARY KEY (id);
ALTER TABLE ONLY wolverine.wolverine_dead_letter_history
    ADD CONSTRAINT pkey_wolverine_dead_letter_history_id PRIMARY KEY (id);
ALTER TABLE ONLY wolverine.wolverine_dead_letters
    ADD CONSTRAINT pkey_wolverine_dead_letters_id PRIMARY KEY (id);
ALTER TABLE ONLY wolverine.wolverine_incoming_envelopes
    ADD CONSTRAINT pkey_wolverine_incoming_envelopes_id PRIMARY KEY (id);
ALTER TABLE ONLY wolverine.wolverine_node_assignments
    ADD CONSTRAINT pkey_wolverine_node_assignments_id PRIMARY KEY (id);
ALTER TABLE ONLY wolverine.wolverine_node_records
    ADD CONSTRAINT pkey_wolverine_node_records_id PRIMARY KEY (id);
ALTER TABLE ONLY wolverine.wolverine_nodes
    ADD CONSTRAINT pkey_wolverine_nodes_id PRIMARY KEY (id);
ALTER TABLE ONLY wolverine.wolverine_outgoing_envelopes
    ADD CONSTRAINT pkey_wolverine_outgoing_envelopes_id PRIMARY KEY (id);
CREATE UNIQUE INDEX case_number_held ON periop.mt_doc_casesummary USING btree (held_number, tenant_id);
CREATE INDEX mt_doc_boardcard_v2_idx_date ON periop.mt_doc_boardcard_v2 USING btree (date);
CREATE INDEX mt_doc_boardcard_v2_idx_in_room ON periop.mt_doc_boardcard_v2 USING btree (in_room);
CREATE INDEX mt_doc_boardcard_v2_idx_left_on ON periop.mt_doc_boardcard_v2 USING btree (left_on);
CREATE INDEX mt_doc_boardcard_v2_idx_position ON periop.mt_doc_boardcard_v2 USING btree ("position");
CREATE INDEX mt_doc_casesummary_idx_case_number ON periop.mt_doc_casesummary USING btree (((data ->> 'caseNumber'::text)));
CREATE INDEX mt_doc_casesummary_idx_date ON periop.mt_doc_casesummary USING btree (date);
CREATE INDEX mt_doc_casesummary_idx_room ON periop.mt_doc_casesummary USING btree (room);
CREATE INDEX mt_doc_importedentries_idx_import_idcase_id ON periop.mt_doc_importedentries USING btree ((((data ->> 'importId'::text))::uuid), (((data ->> 'caseId'::text))::uuid));
CREATE INDEX mt_doc_maskingrecord_idx_at ON periop.mt_doc_maskingrecord USING btree (at);
CREATE INDEX mt_doc_patientidentity_idx_patient_id ON periop.mt_doc_patientidentity USING btree (patient_id);
CREATE INDEX mt_doc_recall_idx_announced_at ON periop.mt_doc_recall USING btree (announced_at);
CREATE UNIQUE INDEX idx_displays_code ON periop_access.displays USING btree (code);
CREATE INDEX idx_displays_hospital ON periop_access.displays USING btree (hospital);
CREATE INDEX mt_doc_accessentry_idx_at ON ONLY periop_access.mt_doc_accessentry USING btree (at);
CREATE INDEX mt_doc_accessentry_default_at_idx ON periop_access.mt_doc_accessentry_default USING btree (at);
CREATE INDEX mt_doc_accessentry_idx_subject ON ONLY periop_access.mt_doc_accessentry USING btree (((data ->> 'subject'::text)), tenant_id);
CREATE INDEX mt_doc_accessentry_default_expr_tenant_id_idx ON periop_access.mt_doc_accessentry_default USING btree (((data ->> 'subject'::text)), tenant_id);
CREATE INDEX mt_doc_accessentry_idx_patient_ref ON ONLY periop_access.mt_doc_accessentry USING btree (((data ->> 'patientRef'::text)), tenant_id);
CREATE INDEX mt_doc_accessentry_default_expr_tenant_id_idx1 ON periop_access.mt_doc_accessentry_default USING btree (((data ->> 'patientRef'::text)), tenant_id);
CREATE INDEX mt_doc_accessentry_idx_case_id ON ONLY periop_access.mt_doc_accessentry USING btree ((((data ->> 'caseId'::text))::uuid), tenant_id);
CREATE INDEX mt_doc_accessentry_default_uuid_tenant_id_idx ON periop_access.mt_doc_accessentry_default USING btree ((((data ->> 'caseId'::text))::uuid), tenant_id);
CREATE INDEX mt_doc_accessentry_m202611_at_idx ON periop_access.mt_doc_accessentry_m202611 USING btree (at);
CREATE INDEX mt_doc_accessentry_m202611_expr_tenant_id_idx ON periop_access.mt_doc_accessentry_m202611 USING btree (((data ->> 'subject'::text)), tenant_id);
CREATE INDEX mt_doc_accessentry_m202611_expr_tenant_id_idx1 ON periop_access.mt_doc_accessentry_m202611 USING btree (((data ->> 'patientRef'::text)), tenant_id);
CREATE INDEX mt_doc_accessentry_m202611_uuid_tenant_id_idx ON periop_access.mt_doc_accessentry_m202611 USING btree ((((data ->> 'caseId'::text))::uuid), tenant_id);
CREATE INDEX mt_doc_accessentry_m202612_at_idx ON periop_access.mt_doc_accessentry_m202612 USING btree (at);
CREATE INDEX mt_doc_accessentry_m202612_expr_tenant_id_idx ON periop_access.mt_doc_accessentry_m202612 USING btree (((data ->> 'subject'::text)), tenant_id);
CREATE INDEX mt_doc_accessentry_m202612_expr_tenant_id_idx1 ON periop_access.mt_doc_accessentry_m202612 USING btree (((data ->> 'patientRef'::text)), tenant_id);
CREATE INDEX mt_doc_accessentry_m202612_uuid_tenant_id_idx ON periop_access.mt_doc_accessentry_m202612 USING btree ((((data ->> 'caseId'::text))::uuid), tenant_id);
CREATE INDEX mt_doc_accessentry_m202701_at_idx ON periop_access.mt_doc_accessentry_m202701 USING btree (at);
CREATE INDEX mt_doc_accessentry_m202701_expr_tenant_id_idx ON periop_access.mt_doc_accessentry_m202701 USING btree (((data ->> 'subject'::text)), tenant_id);
CREATE INDEX mt_doc_accessentry_m202701_expr_tenant_id_idx1 ON periop_access.mt_doc_accessentry_m202701 USING btree (((data ->> 'patientRef'::text)), tenant_id);
CREATE INDEX mt_doc_accessentry_m202701_uuid_tenant_id_idx ON periop_access.mt_doc_accessentry_m202701 USING btree ((((data ->> 'caseId'::text))::uuid), tenant_id);
CREATE INDEX mt_doc_accessentry_m202702_at_idx ON periop_access.mt_doc_accessentry_m202702 USING btree (at);
CREATE INDEX mt_doc_accessentry_m202702_expr_tenant_id_idx ON periop_access.mt_doc_accessentry_m202702 USING btree (((data ->> 'subject'::text)), tenant_id);
CREATE INDEX mt_doc_accessentry_m202702_expr_tenant_id_idx1 ON periop_access.mt_doc_accessentry_m202702 USING btree (((data ->> 'patientRef'::text)), tenant_id);
CREATE INDEX mt_doc_accessentry_m202702_uuid_tenant_id_idx ON periop_access.mt_doc_accessentry_m202702 USING btree ((((data ->> 'caseId'::text))::uuid), tenant_id);
CREATE INDEX mt_doc_accessentry_m202703_at_idx ON periop_access.mt_doc_accessentry_m202703 USING btree (at);
CREATE INDEX mt_doc_accessentry_m202703_expr_tenant_id_idx ON periop_access.mt_doc_accessentry_m202703 USING btree (((data ->> 'subject'::text)), tenant_id);
CREATE INDEX mt_doc_accessentry_m202703_expr_tenant_id_idx1 ON periop_access.mt_doc_accessentry_m202703 USING btree (((data ->> 'patientRef'::text)), tenant_id);
CREATE INDEX mt_doc_accessentry_m202703_uuid_tenant_id_idx ON periop_access.mt_doc_accessentry_m202703 USING btree ((((data ->> 'caseId'::text))::uuid), tenant_id);
CREATE INDEX mt_doc_accessentry_m202704_at_idx ON periop_access.mt_doc_accessentry_m202704 USING btree (at);
CREATE INDEX mt_doc_accessentry_m202704_expr_tenant_id_idx ON periop_access.mt_doc_accessentry_m202704 USING btree (((data ->> 'subject'::text)), tenant_id);
CREATE INDEX mt_doc_accessentry_m202704_expr_tenant_id_idx1 ON periop_access.mt_doc_accessentry_m202704 USING btree (((data ->> 'patientRef'::text)), tenant_id);
CREATE INDEX mt_doc_accessentry_m202704_uuid_tenant_id_idx ON periop_access.mt_doc_accessentry_m202704 USING btree ((((data ->> 'caseId'::text))::uuid), tenant_id);
CREATE INDEX mt_doc_accessentry_m202705_at_idx ON periop_access.mt_doc_accessentry_m202705 USING btree (at);
CREATE INDEX mt_doc_accessentry_m202705_expr_tenant_id_idx ON periop_access.mt_doc_accessentry_m202705 USING btree (((data ->> 'subject'::text)), tenant_id);
CREATE INDEX mt_doc_accessentry_m202705_expr_tenant_id_idx1 ON periop_access.mt_doc_accessentry_m202705 USING btree (((data ->> 'patientRef'::text)), tenant_id);
CREATE INDEX mt_doc_accessentry_m202705_uuid_tenant_id_idx ON periop_access.mt_doc_accessentry_m202705 USING btree ((((data ->> 'caseId'::text))::uuid), tenant_id);
CREATE INDEX mt_doc_accessentry_m202706_at_idx ON periop_access.mt_doc_accessentry_m202706 USING btree (at);
CREATE INDEX mt_doc_accessentry_m202706_expr_tenant_id_idx ON periop_access.mt_doc_accessentry_m202706 USING btree (((data ->> 'subject'::text)), tenant_id);
CREATE INDEX mt_doc_accessentry_m202706_expr_tenant_id_idx1 ON periop_access.mt_doc_accessentry_m202706 USING btree (((data ->> 'patientRef'::text)), tenant_id);
CREATE INDEX mt_doc_accessentry_m202706_uuid_tenant_id_idx ON periop_access.mt_doc_accessentry_m202706 USING btree ((((data ->> 'caseId'::text))::uuid), tenant_id);
CREATE INDEX mt_doc_accessentry_m202707_at_idx ON periop_access.mt_doc_accessentry_m202707 USING btree (at);
CREATE INDEX mt_doc_accessentry_m202707_expr_tenant_id_idx ON periop_access.mt_doc_accessentry_m202707 USING btree (((data ->> 'subject'::text)), tenant_id);
CREATE INDEX mt_doc_accessentry_m202707_expr_tenant_id_idx1 ON periop_access.mt_doc_accessentry_m202707 USING btree (((data ->> 'patientRef'::text)), tenant_id);
CREATE INDEX mt_doc_accessentry_m202707_uuid_tenant_id_idx ON periop_access.mt_doc_accessentry_m202707 USING btree ((((data ->> 'caseId'::text))::uuid), tenant_id);
CREATE INDEX mt_doc_accessentry_m202708_at_idx ON periop_access.mt_doc_accessentry_m202708 USING btree (at);
CREATE INDEX mt_doc_accessentry_m202708_expr_tenant_id_idx ON periop_access.mt_doc_accessentry_m202708 USING btree (((data ->> 'subject'::text)), tenant_id);
CREATE INDEX mt_doc_accessentry_m202708_expr_tenant_id_idx1 ON periop_access.mt_doc_accessentry_m202708 USING btree (((data ->> 'patientRef'::text)), tenant_id);
CREATE INDEX mt_doc_accessentry_m202708_uuid_tenant_id_idx ON periop_access.mt_doc_accessentry_m202708 USING btree ((((data ->> 'caseId'::text))::uuid), tenant_id);
CREATE INDEX mt_doc_accessentry_m202709_at_idx ON periop_access.mt_doc_accessentry_m202709 USING btree (at);
CREATE INDEX mt_doc_accessentry_m202709_expr_tenant_id_idx ON periop_access.mt_doc_accessentry_m202709 USING btree (((data ->> 'subject'::text)), tenant_id);
CREATE INDEX mt_doc_accessentry_m202709_expr_tenant_id_idx1 ON periop_access.mt_doc_accessentry_m202709 USING btree (((data ->> 'patientRef'::text)), tenant_id);
CREATE INDEX mt_doc_accessentry_m202709_uuid_tenant_id_idx ON periop_access.mt_doc_accessentry_m202709 USING btree ((((data ->> 'caseId'::text))::uuid), tenant_id);
CREATE INDEX mt_doc_accessentry_m202710_at_idx ON periop_access.mt_doc_accessentry_m202710 USING btree (at);
CREATE INDEX mt_doc_accessentry_m202710_expr_tenant_id_idx ON periop_access.mt_doc_accessentry_m202710 USING btree (((data ->> 'subject'::text)), tenant_id);
CREATE INDEX mt_doc_accessentry_m202710_expr_tenant_id_idx1 ON periop_access.mt_doc_accessentry_m202710 USING btree (((data ->> 'patientRef'::text)), tenant_id);
CREATE INDEX mt_doc_accessentry_m202710_uuid_tenant_id_idx ON periop_access.mt_doc_accessentry_m202710 USING btree ((((data ->> 'caseId'::text))::uuid), tenant_id);
CREATE INDEX mt_doc_accessentry_m202711_at_idx ON periop_access.mt_doc_accessentry_m202711 USING btree (at);
CREATE INDEX mt_doc_accessentry_m202711_expr_tenant_id_idx ON periop_access.mt_doc_accessentry_m202711 USING btree (((data ->> 'subject'::text)), tenant_id);
CREATE INDEX mt_doc_accessentry_m202711_expr_tenant_id_idx1 ON periop_access.mt_doc_accessentry_m202711 USING btree (((data ->> 'patientRef'::text)), tenant_id);
CREATE INDEX mt_doc_accessentry_m202711_uuid_tenant_id_idx ON periop_access.mt_doc_accessentry_m202711 USING btree ((((data ->> 'caseId'::text))::uuid), tenant_id);
CREATE UNIQUE INDEX pk_mt_events_stream_and_version ON ONLY periop_events.mt_events USING btree (tenant_id, stream_id, version, is_archived);
CREATE UNIQUE INDEX mt_events_archived_tenant_id_stream_id_version_is_archived_idx ON periop_events.mt_events_archived USING btree (tenant_id, stream_id, version, is_archived);
CREATE UNIQUE INDEX mt_events_default_tenant_id_stream_id_version_is_archived_idx ON periop_events.mt_events_default USING btree (tenant_id, stream_id, version, is_archived);
CREATE INDEX idx_case_facts_v3_counted ON periop_register.case_facts_v3 USING btree (tenant_id, first_incision_at) INCLUDE (case_id, patient_id, from_seq, is_index, room_exit_at, discharged_at, discharged_to_the_day, died_at, died_to_the_day, last_seen_alive_at, last_seen_alive_to_the_day, signed_at, lost_at, withdrawn_at, last_attempt, room, surgeon, service, procedure, approach, grade, segments, region) WHERE ((to_seq IS NULL) AND is_index);
CREATE INDEX idx_case_facts_v3_deaths ON periop_register.case_facts_v3 USING btree (tenant_id, patient_id) INCLUDE (case_id, from_seq, to_seq, died_at, died_to_the_day, death_recorded_at) WHERE (died_at IS NOT NULL);
CREATE INDEX idx_case_facts_v3_first_incision_at_to_seq ON periop_register.case_facts_v3 USING btree (tenant_id, first_incision_at, to_seq);
CREATE INDEX idx_case_facts_v3_from_seq ON periop_register.case_facts_v3 USING btree (tenant_id, from_seq);
CREATE INDEX idx_case_facts_v3_patient_id ON periop_register.case_facts_v3 USING btree (tenant_id, patient_id);
CREATE INDEX idx_case_facts_v3_to_seq ON periop_register.case_facts_v3 USING btree (tenant_id, to_seq);
CREATE INDEX idx_case_times_v3_day_at ON periop_register.case_times_v3 USING btree (tenant_id, day_at);
CREATE INDEX idx_case_times_v3_from_seq ON periop_register.case_times_v3 USING btree (tenant_id, from_seq);
CREATE INDEX idx_case_times_v3_scheduled_start ON periop_register.case_times_v3 USING btree (tenant_id, scheduled_start);
CREATE INDEX idx_case_times_v3_to_seq ON periop_register.case_times_v3 USING btree (tenant_id, to_seq);
CREATE INDEX idx_closures_v3_campaign_key_case_id ON periop_register.closures_v3 USING btree (tenant_id, campaign_key, case_id);
CREATE INDEX idx_closures_v3_from_seq ON periop_register.closures_v3 USING btree (tenant_id, from_seq);
CREATE INDEX idx_closures_v3_to_seq ON periop_register.closures_v3 USING btree (tenant_id, to_seq);
CREATE INDEX idx_corrections_v3_from_seq ON periop_register.corrections_v3 USING btree (tenant_id, from_seq);
CREATE INDEX idx_corrections_v3_recorded_at_case_id_key ON periop_register.corrections_v3 USING btree (tenant_id, recorded_at, case_id, key);
CREATE INDEX idx_corrections_v3_to_seq ON periop_register.corrections_v3 USING btree (tenant_id, to_seq);
CREATE INDEX idx_definitions_v3_from_seq ON periop_register.definitions_v3 USING btree (tenant_id, from_seq);
CREATE INDEX idx_definitions_v3_id_version ON periop_register.definitions_v3 USING btree (tenant_id, id, version);
CREATE INDEX idx_definitions_v3_to_seq ON periop_register.definitions_v3 USING btree (tenant_id, to_seq);
CREATE INDEX idx_deviations_v3_code_occurred_at_case_id_key ON periop_register.deviations_v3 USING btree (tenant_id, code, occurred_at, case_id, key);
CREATE INDEX idx_deviations_v3_from_seq ON periop_register.deviations_v3 USING btree (tenant_id, from_seq);
CREATE INDEX idx_deviations_v3_occurred_at_case_id_key ON periop_register.deviations_v3 USING btree (tenant_id, occurred_at, case_id, key);
CREATE INDEX idx_deviations_v3_to_seq ON periop_register.deviations_v3 USING btree (tenant_id, to_seq);
CREATE INDEX idx_findings_v3_from_seq ON periop_register.findings_v3 USING btree (tenant_id, from_seq);
CREATE INDEX idx_findings_v3_kind_case_id ON periop_register.findings_v3 USING btree (tenant_id, kind, case_id) INCLUDE (from_seq, to_seq, finding, occurred_at, to_the_day, onset_at, detected_at, review, new_case_id);
CREATE INDEX idx_findings_v3_to_seq ON periop_register.findings_v3 USING btree (tenant_id, to_seq);
CREATE INDEX idx_implants_v3_from_seq ON periop_register.implants_v3 USING btree (tenant_id, from_seq);
CREATE INDEX idx_implants_v3_gtin_lot_key_serial_key ON periop_register.implants_v3 USING btree (tenant_id, gtin, lot_key, serial_key);
CREATE INDEX idx_implants_v3_gtin_placed_at_case_id_key ON periop_register.implants_v3 USING btree (tenant_id, gtin, placed_at, case_id, key);
CREATE INDEX idx_implants_v3_lot_key_serial_key ON periop_register.implants_v3 USING btree (tenant_id, lot_key, serial_key);
CREATE INDEX idx_implants_v3_placed_at_case_id_key ON periop_register.implants_v3 USING btree (tenant_id, placed_at, case_id, key);
CREATE INDEX idx_implants_v3_possible_lots ON periop_register.implants_v3 USING gin (possible_lots) WHERE (possible_lots IS NOT NULL);
CREATE INDEX idx_implants_v3_possible_serials ON periop_register.implants_v3 USING gin (possible_serials) WHERE (possible_serials IS NOT NULL);
CREATE INDEX idx_implants_v3_reference_key_placed_at_case_id_key ON periop_register.implants_v3 USING btree (tenant_id, reference_key, placed_at, case_id, key);
CREATE INDEX idx_implants_v3_serial_key ON periop_register.implants_v3 USING btree (tenant_id, serial_key);
CREATE INDEX idx_implants_v3_to_seq ON periop_register.implants_v3 USING btree (tenant_id, to_seq);
CREATE INDEX idx_implants_v3_unread_scan_key ON periop_register.implants_v3 USING gin (unread_scan_key periop.gin_trgm_ops) WHERE (unread_scan_key IS NOT NULL);
CREATE INDEX idx_recalls_v3_campaign_key ON periop_register.recalls_v3 USING btree (tenant_id, campaign_key);
CREATE INDEX idx_recalls_v3_from_seq ON periop_register.recalls_v3 USING btree (tenant_id, from_seq);
CREATE INDEX idx_recalls_v3_gtin ON periop_register.recalls_v3 USING btree (tenant_id, gtin);
CREATE INDEX idx_recalls_v3_lot_keys ON periop_register.recalls_v3 USING gin (lot_keys) WHERE (lot_keys IS NOT NULL);
CREATE INDEX idx_recalls_v3_reference_key ON periop_register.recalls_v3 USING btree (tenant_id, reference_key);
CREATE INDEX idx_recalls_v3_serial_keys ON periop_register.recalls_v3 USING gin (serial_keys) WHERE (serial_keys IS NOT NULL);
CREATE INDEX idx_recalls_v3_to_seq ON periop_register.recalls_v3 USING btree (tenant_id, to_seq);
CREATE INDEX idx_removals_v3_from_seq ON periop_register.removals_v3 USING btree (tenant_id, from_seq);
CREATE INDEX idx_removals_v3_placed_in_case_id_placed_by_entry_id ON periop_register.removals_v3 USING btree (tenant_id, placed_in_case_id, placed_by_entry_id);
CREATE INDEX idx_removals_v3_to_seq ON periop_register.removals_v3 USING btree (tenant_id, to_seq);
CREATE INDEX idx_risk_models_v3_from_seq ON periop_register.risk_models_v3 USING btree (tenant_id, from_seq);
CREATE INDEX idx_risk_models_v3_id_version ON periop_register.risk_models_v3 USING btree (tenant_id, id, version);
CREATE INDEX idx_risk_models_v3_to_seq ON periop_register.risk_models_v3 USING btree (tenant_id, to_seq);
CREATE INDEX idx_scores_v3_from_seq ON periop_register.scores_v3 USING btree (tenant_id, from_seq);
CREATE INDEX idx_scores_v3_to_seq ON periop_register.scores_v3 USING btree (tenant_id, to_seq);
CREATE INDEX idx_scores_v3_what_case_id ON periop_register.scores_v3 USING btree (tenant_id, what, case_id);
CREATE INDEX idx_second_source_cases_v3_from_seq ON periop_register.second_source_cases_v3 USING btree (tenant_id, from_seq);
CREATE INDEX idx_second_source_cases_v3_source_kind ON periop_register.second_source_cases_v3 USING btree (tenant_id, source, kind);
CREATE INDEX idx_second_source_cases_v3_to_seq ON periop_register.second_source_cases_v3 USING btree (tenant_id, to_seq);
CREATE INDEX idx_second_sources_v3_from_seq ON periop_register.second_sources_v3 USING btree (tenant_id, from_seq);
CREATE INDEX idx_second_sources_v3_name ON periop_register.second_sources_v3 USING btree (tenant_id, name);
CREATE INDEX idx_second_sources_v3_to_seq ON periop_register.second_sources_v3 USING btree (tenant_id, to_seq);
CREATE UNIQUE INDEX idx_ticks_instant ON periop_register.ticks USING btree (instant);
CREATE INDEX idx_wolverine_dead_letter_history_last_replayed_at ON wolverine.wolverine_dead_letter_history USING btree (last_replayed_at);
CREATE INDEX idx_wolverine_dead_letters_failure_group ON wolverine.wolverine_dead_letters USING btree (failure_group);
CREATE INDEX idx_wolverine_dead_letters_replayable ON wolverine.wolverine_dead_letters USING btree (replayable) WHERE (replayable = true);
CREATE INDEX idx_wolverine_incoming_envelopes_keep_until ON wolverine.wolverine_incoming_envelopes USING btree (keep_until) WHERE ((status)::text = 'Handled'::text);
CREATE INDEX idx_wolverine_incoming_envelopes_owner ON wolverine.wolverine_incoming_envelopes USING btree (owner_id) WHERE (owner_id <> 0);
CREATE INDEX idx_wolverine_incoming_envelopes_recover ON wolverine.wolverine_incoming_envelopes USING btree (received_at) WHERE (((status)::text = 'Incoming'::text) AND (owner_id = 0));
CREATE INDEX idx_wolverine_incoming_envelopes_scheduled ON wolverine.wolverine_incoming_envelopes USING btree (execution_time) WHERE ((status)::text = 'Scheduled'::text);
CREATE INDEX idx_wolverine_outgoing_envelopes_owner ON wolverine.wolverine_outgoing_envelopes USING btree (owner_id) WHERE (owner_id <> 0);
CREATE INDEX idx_wolverine_outgoing_envelopes_recover ON wolverine.wolverine_outgoing_envelopes USING btree (destination) WHERE (owner_id = 0);
ALTER INDEX periop_access.mt_doc_accessentry_idx_at ATTACH PARTITION periop_access.mt_doc_accessentry_default_at_idx;
ALTER INDEX periop_access.mt_doc_accessentry_idx_subject ATTACH PARTITION periop_access.mt_doc_accessentry_default_expr_tenant_id_idx;
ALTER INDEX periop_access.mt_doc_accessentry_idx_patient_ref ATTACH PARTITION periop_access.mt_doc_accessentry_default_expr_tenant_id_idx1;
ALTER INDEX periop_access.pkey_mt_doc_accessentry_tenant_id_id_at ATTACH PARTITION periop_access.mt_doc_accessentry_default_pkey;
ALTER INDEX periop_access.mt_doc_accessentry_idx_case_id ATTACH PARTITION periop_access.mt_doc_accessentry_default_uuid_tenant_id_idx;
ALTER INDEX periop_access.mt_doc_accessentry_idx_at ATTACH PARTITION periop_access.mt_doc_accessentry_m202611_at_idx;
ALTER INDEX periop_access.mt_doc_accessentry_idx_subject ATTACH PARTITION periop_access.mt_doc_accessentry_m202611_expr_tenant_id_idx;
ALTER INDEX periop_access.mt_doc_accessentry_idx_patient_ref ATTACH PARTITION periop_access.mt_doc_accessentry_m202611_expr_tenant_id_idx1;
ALTER INDEX periop_access.pkey_mt_doc_accessentry_tenant_id_id_at ATTACH PARTITION periop_access.mt_doc_accessentry_m202611_pkey;
ALTER INDEX periop_access.mt_doc_accessentry_idx_case_id ATTACH PARTITION periop_access.mt_doc_accessentry_m202611_uuid_tenant_id_idx;
ALTER INDEX periop_access.mt_doc_accessentry_idx_at ATTACH PARTITION periop_access.mt_doc_accessentry_m202612_at_idx;
ALTER INDEX periop_access.mt_doc_accessentry_idx_subject ATTACH PARTITION periop_access.mt_doc_accessentry_m202612_expr_tenant_id_idx;
ALTER INDEX periop_access.mt_doc_accessentry_idx_patient_ref ATTACH PARTITION periop_access.mt_doc_accessentry_m202612_expr_tenant_id_idx1;
ALTER INDEX periop_access.pkey_mt_doc_accessentry_tenant_id_id_at ATTACH PARTITION periop_access.mt_doc_accessentry_m202612_pkey;
ALTER INDEX periop_access.mt_doc_accessentry_idx_case_id ATTACH PARTITION periop_access.mt_doc_accessentry_m202612_uuid_tenant_id_idx;
ALTER INDEX periop_access.mt_doc_accessentry_idx_at ATTACH PARTITION periop_access.mt_doc_accessentry_m202701_at_idx;
ALTER INDEX periop_access.mt_doc_accessentry_idx_subject ATTACH PARTITION periop_access.mt_doc_accessentry_m202701_expr_tenant_id_idx;
ALTER INDEX periop_access.mt_doc_accessentry_idx_patient_ref ATTACH PARTITION periop_access.mt_doc_accessentry_m202701_expr_tenant_id_idx1;
ALTER INDEX periop_access.pkey_mt_doc_accessentry_tenant_id_id_at ATTACH PARTITION periop_access.mt_doc_accessentry_m202701_pkey;
ALTER INDEX periop_access.mt_doc_accessentry_idx_case_id ATTACH PARTITION periop_access.mt_doc_accessentry_m202701_uuid_tenant_id_idx;
ALTER INDEX periop_access.mt_doc_accessentry_idx_at ATTACH PARTITION periop_access.mt_doc_accessentry_m202702_at_idx;
ALTER INDEX periop_access.mt_doc_accessentry_idx_subject ATTACH PARTITION periop_access.mt_doc_accessentry_m202702_expr_tenant_id_idx;
ALTER INDEX periop_access.mt_doc_accessentry_idx_patient_ref ATTACH PARTITION periop_access.mt_doc_accessentry_m202702_expr_tenant_id_idx1;
ALTER INDEX periop_access.pkey_mt_doc_accessentry_tenant_id_id_at ATTACH PARTITION periop_access.mt_doc_accessentry_m202702_pkey;
ALTER INDEX periop_access.mt_doc_accessentry_idx_case_id ATTACH PARTITION periop_access.mt_doc_accessentry_m202702_uuid_tenant_id_idx;
ALTER INDEX periop_access.mt_doc_accessentry_idx_at ATTACH PARTITION periop_access.mt_doc_accessentry_m202703_at_idx;
ALTER INDEX periop_access.mt_doc_accessentry_idx_subject ATTACH PARTITION periop_access.mt_doc_accessentry_m202703_expr_tenant_id_idx;
ALTER INDEX periop_access.mt_doc_accessentry_idx_patient_ref ATTACH PARTITION periop_access.mt_doc_accessentry_m202703_expr_tenant_id_idx1;
ALTER INDEX periop_access.pkey_mt_doc_accessentry_tenant_id_id_at ATTACH PARTITION periop_access.mt_doc_accessentry_m202703_pkey;
ALTER INDEX periop_access.mt_doc_accessentry_idx_case_id ATTACH PARTITION periop_access.mt_doc_accessentry_m202703_uuid_tenant_id_idx;
ALTER INDEX periop_access.mt_doc_accessentry_idx_at ATTACH PARTITION periop_access.mt_doc_accessentry_m202704_at_idx;
ALTER INDEX periop_access.mt_doc_accessentry_idx_subject ATTACH PARTITION periop_access.mt_doc_accessentry_m202704_expr_tenant_id_idx;
ALTER INDEX periop_access.mt_doc_accessentry_idx_patient_ref ATTACH PARTITION periop_access.mt_doc_accessentry_m202704_expr_tenant_id_idx1;
ALTER INDEX periop_access.pkey_mt_doc_accessentry_tenant_id_id_at ATTACH PARTITION periop_access.mt_doc_accessentry_m202704_pkey;
ALTER INDEX periop_access.mt_doc_accessentry_idx_case_id ATTACH PARTITION periop_access.mt_doc_accessentry_m202704_uuid_tenant_id_idx;
ALTER INDEX periop_access.mt_doc_accessentry_idx_at ATTACH PARTITION periop_access.mt_doc_accessentry_m202705_at_idx;
ALTER INDEX periop_access.mt_doc_accessentry_idx_subject ATTACH PARTITION periop_access.mt_doc_accessentry_m202705_expr_tenant_id_idx;
ALTER INDEX periop_access.mt_doc_accessentry_idx_patient_ref ATTACH PARTITION periop_access.mt_doc_accessentry_m202705_expr_tenant_id_idx1;
ALTER INDEX periop_access.pkey_mt_doc_accessentry_tenant_id_id_at ATTACH PARTITION periop_access.mt_doc_accessentry_m202705_pkey;
ALTER INDEX periop_access.mt_doc_accessentry_idx_case_id ATTACH PARTITION periop_access.mt_doc_accessentry_m202705_uuid_tenant_id_idx;
ALTER INDEX periop_access.mt_doc_accessentry_idx_at ATTACH PARTITION periop_access.mt_doc_accessentry_m202706_at_idx;
ALTER INDEX periop_access.mt_doc_accessentry_idx_subject ATTACH PARTITION periop_access.mt_doc_accessentry_m202706_expr_tenant_id_idx;
ALTER INDEX periop_access.mt_doc_accessentry_idx_patient_ref ATTACH PARTITION periop_access.mt_doc_accessentry_m202706_expr_tenant_id_idx1;
ALTER INDEX periop_access.pkey_mt_doc_accessentry_tenant_id_id_at ATTACH PARTITION periop_access.mt_doc_accessentry_m202706_pkey;
ALTER INDEX periop_access.mt_doc_accessentry_idx_case_id ATTACH PARTITION periop_access.mt_doc_accessentry_m202706_uuid_tenant_id_idx;
ALTER INDEX periop_access.mt_doc_accessentry_idx_at ATTACH PARTITION periop_access.mt_doc_accessentry_m202707_at_idx;
ALTER INDEX periop_access.mt_doc_accessentry_idx_subject ATTACH PARTITION periop_access.mt_doc_accessentry_m202707_expr_tenant_id_idx;
ALTER INDEX periop_access.mt_doc_accessentry_idx_patient_ref ATTACH PARTITION periop_access.mt_doc_accessentry_m202707_expr_tenant_id_idx1;
ALTER INDEX periop_access.pkey_mt_doc_accessentry_tenant_id_id_at ATTACH PARTITION periop_access.mt_doc_accessentry_m202707_pkey;
ALTER INDEX periop_access.mt_doc_accessentry_idx_case_id ATTACH PARTITION periop_access.mt_doc_accessentry_m202707_uuid_tenant_id_idx;
ALTER INDEX periop_access.mt_doc_accessentry_idx_at ATTACH PARTITION periop_access.mt_doc_accessentry_m202708_at_idx;
ALTER INDEX periop_access.mt_doc_accessentry_idx_subject ATTACH PARTITION periop_access.mt_doc_accessentry_m202708_expr_tenant_id_idx;
ALTER INDEX periop_access.mt_doc_accessentry_idx_patient_ref ATTACH PARTITION periop_access.mt_doc_accessentry_m202708_expr_tenant_id_idx1;
ALTER INDEX periop_access.pkey_mt_doc_accessentry_tenant_id_id_at ATTACH PARTITION periop_access.mt_doc_accessentry_m202708_pkey;
ALTER INDEX periop_access.mt_doc_accessentry_idx_case_id ATTACH PARTITION periop_access.mt_doc_accessentry_m202708_uuid_tenant_id_idx;
ALTER INDEX periop_access.mt_doc_accessentry_idx_at ATTACH PARTITION periop_access.mt_doc_accessentry_m202709_at_idx;
ALTER INDEX periop_access.mt_doc_accessentry_idx_subject ATTACH PARTITION periop_access.mt_doc_accessentry_m202709_expr_tenant_id_idx;
ALTER INDEX periop_access.mt_doc_accessentry_idx_patient_ref ATTACH PARTITION periop_access.mt_doc_accessentry_m202709_expr_tenant_id_idx1;
ALTER INDEX periop_access.pkey_mt_doc_accessentry_tenant_id_id_at ATTACH PARTITION periop_access.mt_doc_accessentry_m202709_pkey;
ALTER INDEX periop_access.mt_doc_accessentry_idx_case_id ATTACH PARTITION periop_access.mt_doc_accessentry_m202709_uuid_tenant_id_idx;
ALTER INDEX periop_access.mt_doc_accessentry_idx_at ATTACH PARTITION periop_access.mt_doc_accessentry_m202710_at_idx;
ALTER INDEX periop_access.mt_doc_accessentry_idx_subject ATTACH PARTITION periop_access.mt_doc_accessentry_m202710_expr_tenant_id_idx;
ALTER INDEX periop_access.mt_doc_accessentry_idx_patient_ref ATTACH PARTITION periop_access.mt_doc_accessentry_m202710_expr_tenant_id_idx1;
ALTER INDEX periop_access.pkey_mt_doc_accessentry_tenant_id_id_at ATTACH PARTITION periop_access.mt_doc_accessentry_m202710_pkey;
ALTER INDEX periop_access.mt_doc_accessentry_idx_case_id ATTACH PARTITION periop_access.mt_doc_accessentry_m202710_uuid_tenant_id_idx;
ALTER INDEX periop_access.mt_doc_accessentry_idx_at ATTACH PARTITION periop_access.mt_doc_accessentry_m202711_at_idx;
ALTER INDEX periop_access.mt_doc_accessentry_idx_subject ATTACH PARTITION periop_access.mt_doc_accessentry_m202711_expr_tenant_id_idx;
ALTER INDEX periop_access.mt_doc_accessentry_idx_patient_ref ATTACH PARTITION periop_access.mt_doc_accessentry_m202711_expr_tenant_id_idx1;
ALTER INDEX periop_access.pkey_mt_doc_accessentry_tenant_id_id_at ATTACH PARTITION periop_access.mt_doc_accessentry_m202711_pkey;
ALTER INDEX periop_access.mt_doc_accessentry_idx_case_id ATTACH PARTITION periop_access.mt_doc_accessentry_m202711_uuid_tenant_id_idx;
ALTER INDEX periop_events.pkey_mt_events_seq_id_is_archived ATTACH PARTITION periop_events.mt_events_archived_pkey;
ALTER INDEX periop_events.pk_mt_events_stream_and_version ATTACH PARTITION periop_events.mt_events_archived_tenant_id_stream_id_version_is_archived_idx;
ALTER INDEX periop_events.pkey_mt_events_seq_id_is_archived ATTACH PARTITION periop_events.mt_events_default_pkey;
ALTER INDEX periop_events.pk_mt_events_stream_and_version ATTACH PARTITION periop_events.mt_events_default_tenant_id_stream_id_version_is_archived_idx;
ALTER INDEX periop_events.pkey_mt_streams_tenant_id_id_is_archived ATTACH PARTITION periop_events.mt_streams_archived_pkey;
ALTER INDEX periop_events.pkey_mt_streams_tenant_id_id_is_archived ATTACH PARTITION periop_events.mt_streams_default_pkey;
ALTER TABLE periop_events.mt_events
    ADD CONSTRAINT fkey_mt_events_stream_id_tenant_id_is_archived FOREIGN KEY (tenant_id, stream_id, is_archived) REFERENCES periop_events.mt_streams(tenant_id, id, is_archived);
ALTER TABLE ONLY wolverine.wolverine_node_assignments
    ADD CONSTRAINT fkey_wolverine_node_assignments_node_id FOREIGN KEY (node_id) REFERENCES wolverine.wolverine_nodes(id) ON DELETE CASCADE;
