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
CREATE TABLE periop.halted_board_v2 (
    tenant_id character varying NOT NULL,
    "position" bigint NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    reason text NOT NULL
);
CREATE TABLE periop.halted_register_v2 (
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
CREATE TABLE periop_events.mt_doc_deadletterevent (
    id uuid NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_version uuid DEFAULT (md5(((random())::text || (clock_timestamp())::text)))::uuid NOT NULL,
    mt_dotnet_type character varying
);
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
CREATE TABLE periop_register.closures_v2 (
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
CREATE TABLE periop_register.implants_v2 (
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
CREATE TABLE periop_register.recalls_v2 (
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
CREATE TABLE periop_register.removals_v2 (
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
CREATE TABLE periop_register.ticks (
    "position" bigint NOT NULL,
    instant timestamp with time zone NOT NULL,
    until timestamp with time zone NOT NULL,
    reached bigint NOT NULL
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
INSERT INTO periop.mt_doc_casesummary VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30', '{"date": "2026-11-26", "room": "OR-1", "phase": "incised", "caseId": "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30", "status": "in-progress", "procedure": "spinal-osteotomy", "caseNumber": "2026-0117", "heldNumber": "2026-0117", "recordedAt": "2026-11-26T05:27:21.803308+00:00"}', '2026-11-26 05:27:23.904783+00', '01a21652-a244-4c5e-ab91-c0ca65878107', 'Periop.Server.Cases.CaseSummary', '2026-11-26', 'OR-1', '2026-0117');
INSERT INTO periop.mt_doc_casesummary VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f40', '{"date": "2026-11-26", "room": "OR-1", "phase": "incised", "caseId": "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f40", "status": "in-progress", "procedure": "spinal-osteotomy", "caseNumber": "2026-0118", "heldNumber": "2026-0118", "recordedAt": "2026-11-26T05:27:24.076488+00:00"}', '2026-11-26 05:27:24.468849+00', '01a21652-a436-4cac-af62-626bb108c14e', 'Periop.Server.Cases.CaseSummary', '2026-11-26', 'OR-1', '2026-0118');
INSERT INTO periop.mt_doc_casesummary VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f50', '{"date": "2026-11-26", "room": "OR-1", "phase": "incised", "caseId": "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f50", "status": "in-progress", "procedure": "spinal-osteotomy", "caseNumber": "2026-0119", "heldNumber": "2026-0119", "recordedAt": "2026-11-26T05:27:24.487996+00:00"}', '2026-11-26 05:27:24.851867+00', '01a21652-a5be-4c13-8376-c8a9e454aae9', 'Periop.Server.Cases.CaseSummary', '2026-11-26', 'OR-1', '2026-0119');
INSERT INTO periop.mt_doc_casesummary VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f60', '{"date": "2026-11-26", "room": "OR 1", "phase": "incised", "caseId": "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f60", "status": "in-progress", "surgeon": "surgeon-1", "procedure": "spinal-osteotomy", "caseNumber": "2026/0120", "heldNumber": "2026/0120", "recordedAt": "2026-11-26T12:05:15.321157+00:00"}', '2026-11-26 12:05:15.541057+00', '01a217be-e298-4c72-af73-c187d36046bc', 'Periop.Server.Store.CaseSummary', '2026-11-26', 'OR 1', '2026/0120');
INSERT INTO periop.mt_doc_lastknownhospital VALUES ('general', 'general', '{"id": "general", "name": "General Hospital", "timeZone": "Europe/Zurich"}', '2026-11-26 12:04:52.29261+00', '01a217be-878d-45ee-a8b8-22559150fc4a', 'Periop.Server.Store.LastKnownHospital');
INSERT INTO periop.mt_doc_lastknownhospital VALUES ('lakeside', 'lakeside', '{"id": "lakeside", "name": "Lakeside Clinic", "timeZone": "America/New_York"}', '2026-11-26 12:04:52.29261+00', '01a217be-8795-4d9a-90e5-fd590199f85b', 'Periop.Server.Store.LastKnownHospital');
INSERT INTO periop.mt_doc_patientidentity VALUES ('general', 'p-1', '{"id": "p-1", "patientId": "8ed9411b-84eb-4e4e-85a8-ff023493f727"}', '2026-11-26 05:27:21.713972+00', '01a21652-9bef-4837-bd55-3b4be4d42493', 'Periop.Server.Cases.PatientIdentity', '8ed9411b-84eb-4e4e-85a8-ff023493f727');
INSERT INTO periop.mt_doc_patientidentity VALUES ('general', 'p-2', '{"id": "p-2", "patientId": "45671ded-0bd2-47c9-b72a-404844ba816b"}', '2026-11-26 05:27:24.055625+00', '01a21652-a2c4-4ddc-95db-a37e321985c2', 'Periop.Server.Cases.PatientIdentity', '45671ded-0bd2-47c9-b72a-404844ba816b');
INSERT INTO periop.mt_doc_patientidentity VALUES ('general', 'p-3', '{"id": "p-3", "patientId": "edc738da-497b-46ad-bb9f-0386918f7f0f"}', '2026-11-26 05:27:24.487416+00', '01a21652-a44a-4aef-8226-78cd8a251233', 'Periop.Server.Cases.PatientIdentity', 'edc738da-497b-46ad-bb9f-0386918f7f0f');
INSERT INTO periop.mt_doc_patientidentity VALUES ('general', 'p-20', '{"id": "p-20", "patientId": "8103c17b-8b53-4a9e-be05-cd6d4432d2d4"}', '2026-11-26 12:05:15.303506+00', '01a217be-e1fe-476d-af2f-b298b812b416', 'Periop.Server.Store.PatientIdentity', '8103c17b-8b53-4a9e-be05-cd6d4432d2d4');
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
INSERT INTO periop_events.mt_event_progression VALUES ('HighWaterStuckGap', 11, '2026-11-26 05:27:24.915143+00', 'none', 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO periop_events.mt_event_progression VALUES ('Register:V2:All', 28, '2026-11-26 12:05:16.005675+00', 'none', 0, 0, '2026-11-26 12:05:26.99263+00', 'Stopped', NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO periop_events.mt_event_progression VALUES ('HighWaterAllocationFence', 28, '2026-11-26 12:05:26.997777+00', 'none', 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO periop_events.mt_event_progression VALUES ('Board:V2:All', 28, '2026-11-26 12:05:15.998213+00', 'none', 0, 0, '2026-11-26 12:05:26.995816+00', 'Stopped', NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO periop_events.mt_event_progression VALUES ('HighWaterMark', 28, '2026-11-26 12:05:26.998439+00', 'none', 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
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
INSERT INTO periop_events.mt_streams_default VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f40', 'surgical_case', 5, '2026-11-26 05:27:25.285085+00', '2026-11-26 05:27:24.055625+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f50', 'surgical_case', 5, '2026-11-26 05:27:25.321114+00', '2026-11-26 05:27:24.487416+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30', 'surgical_case', 8, '2026-11-26 05:27:25.526968+00', '2026-11-26 05:27:21.713972+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f60', 'surgical_case', 7, '2026-11-26 12:05:15.66739+00', '2026-11-26 12:05:15.303506+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('general', '01a217be-e349-74eb-adee-5ec1fb87c3f7', 'recall', 1, '2026-11-26 12:05:15.798401+00', '2026-11-26 12:05:15.798401+00', 0, false);
INSERT INTO periop_events.mt_streams_default VALUES ('general', '01a21652-a884-770b-a44b-4643a75cf51d', 'recall', 2, '2026-11-26 12:05:15.887645+00', '2026-11-26 05:27:25.585651+00', 0, false);
INSERT INTO periop_register.closures_v2 VALUES ('general', '01a21652-a884-770b-a44b-4643a75cf51d', '01a217be-e3c6-7056-a395-f81f1df07b25', 28, NULL, '2026-11-26 12:05:15.902633+00', NULL, 'FSCA-2026-014', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30', 'informed', 'by telephone', '2026-11-26 12:05:15.902633+00', 'nurse-7');
INSERT INTO periop_register.implants_v2 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30', '0198d2f4-11a0-7d52-8c6f-2f7b90a1c3d1', 13, NULL, '2026-11-26 05:27:25.15133+00', NULL, '8ed9411b-84eb-4e4e-85a8-ff023493f727', 'pedicle-screw', '{L3}', NULL, 'left', 1, 'Acme', NULL, '51022222233336', 'a213b1', 'A213B1', false, '0017', '0017', false, '2028-07-07', NULL, NULL, 'in-place', '2026-11-26 05:27:25.15133+00', '{0198d2f4-11a0-7d52-8c6f-2f7b90a1c3d1}', 1, NULL, NULL, 'ACME', NULL);
INSERT INTO periop_register.implants_v2 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30', '0198d2f4-11a0-7d52-8c6f-2f7b90a1c3d2', 14, 18, '2026-11-26 05:27:25.233574+00', '2026-11-26 05:27:25.527413+00', '8ed9411b-84eb-4e4e-85a8-ff023493f727', 'rod', '{}', NULL, NULL, 1, NULL, 'R-5', NULL, 'R 1', 'R1', true, NULL, NULL, false, NULL, NULL, NULL, 'in-place', '2026-11-26 05:27:25.233574+00', '{0198d2f4-11a0-7d52-8c6f-2f7b90a1c3d2}', 1, NULL, NULL, NULL, 'R-5');
INSERT INTO periop_register.implants_v2 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f40', '0198d2f4-11a0-7d52-8c6f-2f7b90a1c3d3', 15, NULL, '2026-11-26 05:27:25.288837+00', NULL, '45671ded-0bd2-47c9-b72a-404844ba816b', 'pedicle-screw', '{}', NULL, NULL, 1, 'Acme', NULL, '51022222233336', 'B2', 'B2', false, '0017', '0017', false, NULL, NULL, NULL, 'in-place', '2026-11-26 05:27:25.288837+00', '{0198d2f4-11a0-7d52-8c6f-2f7b90a1c3d3}', 1, NULL, NULL, 'ACME', NULL);
INSERT INTO periop_register.implants_v2 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f50', '0198d2f4-11a0-7d52-8c6f-2f7b90a1c3d4', 16, NULL, '2026-11-26 05:27:25.32316+00', NULL, 'edc738da-497b-46ad-bb9f-0386918f7f0f', 'cage', '{}', NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, false, NULL, NULL, false, NULL, '+H123PARTNO1234567890120/$$420020216LOTA213B1/S1', '+H123PARTNO1234567890120/$$420020216LOTA213B1/S1', 'in-place', '2026-11-26 05:27:25.32316+00', '{0198d2f4-11a0-7d52-8c6f-2f7b90a1c3d4}', 1, NULL, NULL, NULL, NULL);
INSERT INTO periop_register.implants_v2 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30', '01a21652-a802-78b3-bef5-cff7191b7fa7', 17, NULL, '2026-11-26 05:27:25.446403+00', NULL, '8ed9411b-84eb-4e4e-85a8-ff023493f727', 'rod', '{}', NULL, NULL, 1, NULL, NULL, NULL, 'W1', 'W1', true, NULL, NULL, false, NULL, NULL, NULL, 'wasted', '2026-11-26 05:27:25.446403+00', '{01a21652-a802-78b3-bef5-cff7191b7fa7}', 0, NULL, NULL, NULL, NULL);
INSERT INTO periop_register.implants_v2 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30', '0198d2f4-11a0-7d52-8c6f-2f7b90a1c3d2', 18, NULL, '2026-11-26 05:27:25.527413+00', NULL, '8ed9411b-84eb-4e4e-85a8-ff023493f727', 'rod', '{}', NULL, NULL, 1, NULL, 'R-5', NULL, 'R 1', 'R1', true, NULL, NULL, false, NULL, NULL, NULL, 'removed', '2026-11-26 05:27:25.233574+00', '{0198d2f4-11a0-7d52-8c6f-2f7b90a1c3d2,01a21652-a856-79b2-9016-34d7121a3b23}', 0, NULL, NULL, NULL, 'R-5');
INSERT INTO periop_register.implants_v2 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f60', '0198d2f4-11a0-7d52-8c6f-2f7b90a1c3e2', 24, 25, '2026-11-26 12:05:15.577742+00', '2026-11-26 12:05:15.621783+00', '8103c17b-8b53-4a9e-be05-cd6d4432d2d4', 'rod', '{}', NULL, 'left', 2, 'Acme', 'R-5', NULL, 'l 9', 'L9', true, NULL, NULL, false, NULL, NULL, NULL, 'in-place', '2026-11-26 12:05:15.577742+00', '{0198d2f4-11a0-7d52-8c6f-2f7b90a1c3e2}', 2, NULL, NULL, 'ACME', 'R-5');
INSERT INTO periop_register.implants_v2 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f60', '0198d2f4-11a0-7d52-8c6f-2f7b90a1c3e2', 25, NULL, '2026-11-26 12:05:15.621783+00', NULL, '8103c17b-8b53-4a9e-be05-cd6d4432d2d4', 'rod', '{}', NULL, 'left', 2, 'Acme', 'R-5', NULL, 'l 9', 'L9', true, NULL, NULL, false, NULL, NULL, NULL, 'partly-removed', '2026-11-26 12:05:15.577742+00', '{0198d2f4-11a0-7d52-8c6f-2f7b90a1c3e2,01a217be-e2e3-7bf8-bd3e-63d67aa2c2d8}', 1, NULL, NULL, 'ACME', 'R-5');
INSERT INTO periop_register.recalls_v2 VALUES ('general', '01a21652-a884-770b-a44b-4643a75cf51d', 'recall', 19, NULL, '2026-11-26 05:27:25.572891+00', NULL, '51022222233336', NULL, NULL, NULL, NULL, '{A213B1}', '{A213B1}', NULL, NULL, '{51022222233336,A213B1}', 'FSCA-2026-014', 'FSCA-2026-014', 'FSCA-2026-014', '2026-11-26 05:27:25.572891+00', NULL);
INSERT INTO periop_register.recalls_v2 VALUES ('general', '01a217be-e349-74eb-adee-5ec1fb87c3f7', 'recall', 27, NULL, '2026-11-26 12:05:15.813939+00', NULL, NULL, NULL, NULL, 'R-5', 'R-5', '{L9,L10}', '{L9,L10}', NULL, NULL, NULL, 'N-7', 'N-7', 'N-7', '2026-11-26 12:05:15.813939+00', NULL);
INSERT INTO periop_register.removals_v2 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30', '01a21652-a856-79b2-9016-34d7121a3b23', 18, NULL, '2026-11-26 05:27:25.527413+00', NULL, '8ed9411b-84eb-4e4e-85a8-ff023493f727', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30', '0198d2f4-11a0-7d52-8c6f-2f7b90a1c3d2', NULL, 'malposition', '2026-11-26 05:27:25.527413+00');
INSERT INTO periop_register.removals_v2 VALUES ('general', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f60', '01a217be-e2e3-7bf8-bd3e-63d67aa2c2d8', 25, NULL, '2026-11-26 12:05:15.621783+00', NULL, '8103c17b-8b53-4a9e-be05-cd6d4432d2d4', '0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f60', '0198d2f4-11a0-7d52-8c6f-2f7b90a1c3e2', 1, 'loosened', '2026-11-26 12:05:15.621783+00');
INSERT INTO periop_register.ticks VALUES (0, '2026-11-26 04:48:00.30384+00', '2026-11-26 05:27:22.301464+00', 0);
INSERT INTO periop_register.ticks VALUES (2, '2026-11-26 05:27:23.48773+00', '2026-11-26 05:27:23.48773+00', 1);
INSERT INTO periop_register.ticks VALUES (6, '2026-11-26 05:27:24.423214+00', '2026-11-26 05:27:24.423214+00', 4);
INSERT INTO periop_register.ticks VALUES (15, '2026-11-26 05:27:25.306655+00', '2026-11-26 05:27:25.306655+00', 12);
INSERT INTO periop_register.ticks VALUES (19, '2026-11-26 05:27:26.306869+00', '2026-11-26 12:05:14.694065+00', 19);
INSERT INTO periop_register.ticks VALUES (25, '2026-11-26 12:05:15.691991+00', '2026-11-26 12:05:15.691991+00', 19);
INSERT INTO periop_register.ticks VALUES (28, '2026-11-26 12:05:16.697604+00', '2026-11-26 12:05:26.692408+00', 19);
INSERT INTO periop_register.versions VALUES (2, '2026-11-26 11:04:54.710292+00', 19, 28);
SELECT pg_catalog.setval('periop_events.mt_events_sequence', 28, true);
SELECT pg_catalog.setval('wolverine.wolverine_node_records_id_seq', 8, true);
SELECT pg_catalog.setval('wolverine.wolverine_nodes_node_number_seq', 1, false);
ALTER TABLE ONLY periop.halted_board_v2
    ADD CONSTRAINT pkey_halted_board_v2_tenant_id PRIMARY KEY (tenant_id);
ALTER TABLE ONLY periop.halted_register_v2
    ADD CONSTRAINT pkey_halted_register_v2_tenant_id PRIMARY KEY (tenant_id);
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
ALTER TABLE ONLY periop_register.closures_v2
    ADD CONSTRAINT pkey_closures_v2_tenant_id_recall_id_key_from_seq PRIMARY KEY (tenant_id, recall_id, key, from_seq);
ALTER TABLE ONLY periop_register.implants_v2
    ADD CONSTRAINT pkey_implants_v2_tenant_id_case_id_key_from_seq PRIMARY KEY (tenant_id, case_id, key, from_seq);
ALTER TABLE ONLY periop_register.recalls_v2
    ADD CONSTRAINT pkey_recalls_v2_tenant_id_recall_id_key_from_seq PRIMARY KEY (tenant_id, recall_id, key, from_seq);
ALTER TABLE ONLY periop_register.removals_v2
    ADD CONSTRAINT pkey_removals_v2_tenant_id_case_id_key_from_seq PRIMARY KEY (tenant_id, case_id, key, from_seq);
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
CREATE INDEX idx_closures_v2_campaign_key_case_id ON periop_register.closures_v2 USING btree (tenant_id, campaign_key, case_id);
CREATE INDEX idx_closures_v2_from_seq ON periop_register.closures_v2 USING btree (tenant_id, from_seq);
CREATE INDEX idx_closures_v2_to_seq ON periop_register.closures_v2 USING btree (tenant_id, to_seq);
CREATE INDEX idx_implants_v2_from_seq ON periop_register.implants_v2 USING btree (tenant_id, from_seq);
CREATE INDEX idx_implants_v2_gtin_lot_key_serial_key ON periop_register.implants_v2 USING btree (tenant_id, gtin, lot_key, serial_key);
CREATE INDEX idx_implants_v2_gtin_placed_at_case_id_key ON periop_register.implants_v2 USING btree (tenant_id, gtin, placed_at, case_id, key);
CREATE INDEX idx_implants_v2_lot_key_serial_key ON periop_register.implants_v2 USING btree (tenant_id, lot_key, serial_key);
CREATE INDEX idx_implants_v2_placed_at_case_id_key ON periop_register.implants_v2 USING btree (tenant_id, placed_at, case_id, key);
CREATE INDEX idx_implants_v2_possible_lots ON periop_register.implants_v2 USING gin (possible_lots) WHERE (possible_lots IS NOT NULL);
CREATE INDEX idx_implants_v2_possible_serials ON periop_register.implants_v2 USING gin (possible_serials) WHERE (possible_serials IS NOT NULL);
CREATE INDEX idx_implants_v2_reference_key_placed_at_case_id_key ON periop_register.implants_v2 USING btree (tenant_id, reference_key, placed_at, case_id, key);
CREATE INDEX idx_implants_v2_serial_key ON periop_register.implants_v2 USING btree (tenant_id, serial_key);
CREATE INDEX idx_implants_v2_to_seq ON periop_register.implants_v2 USING btree (tenant_id, to_seq);
CREATE INDEX idx_implants_v2_unread_scan_key ON periop_register.implants_v2 USING gin (unread_scan_key periop.gin_trgm_ops) WHERE (unread_scan_key IS NOT NULL);
CREATE INDEX idx_recalls_v2_campaign_key ON periop_register.recalls_v2 USING btree (tenant_id, campaign_key);
CREATE INDEX idx_recalls_v2_from_seq ON periop_register.recalls_v2 USING btree (tenant_id, from_seq);
CREATE INDEX idx_recalls_v2_gtin ON periop_register.recalls_v2 USING btree (tenant_id, gtin);
CREATE INDEX idx_recalls_v2_lot_keys ON periop_register.recalls_v2 USING gin (lot_keys) WHERE (lot_keys IS NOT NULL);
CREATE INDEX idx_recalls_v2_reference_key ON periop_register.recalls_v2 USING btree (tenant_id, reference_key);
CREATE INDEX idx_recalls_v2_serial_keys ON periop_register.recalls_v2 USING gin (serial_keys) WHERE (serial_keys IS NOT NULL);
CREATE INDEX idx_recalls_v2_to_seq ON periop_register.recalls_v2 USING btree (tenant_id, to_seq);
CREATE INDEX idx_removals_v2_from_seq ON periop_register.removals_v2 USING btree (tenant_id, from_seq);
CREATE INDEX idx_removals_v2_placed_in_case_id_placed_by_entry_id ON periop_register.removals_v2 USING btree (tenant_id, placed_in_case_id, placed_by_entry_id);
CREATE INDEX idx_removals_v2_to_seq ON periop_register.removals_v2 USING btree (tenant_id, to_seq);
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
