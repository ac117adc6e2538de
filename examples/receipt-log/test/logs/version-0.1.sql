--
-- PostgreSQL database dump
--


-- Dumped from database version 15.20 (Debian 15.20-0+deb12u1)
-- Dumped by pg_dump version 15.20 (Debian 15.20-0+deb12u1)

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

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: entries; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.entries (
    seq bigint NOT NULL,
    "time" bigint NOT NULL,
    until bigint NOT NULL,
    "contentHash" text NOT NULL,
    prev text NOT NULL,
    hash text NOT NULL,
    content text,
    id text GENERATED ALWAYS AS (((content)::json ->> 'id'::text)) STORED,
    receipt text GENERATED ALWAYS AS (((content)::json ->> 'receipt'::text)) STORED,
    ends text GENERATED ALWAYS AS (((content)::json ->> 'ends'::text)) STORED,
    notice text GENERATED ALWAYS AS ((((content)::json -> 'record'::text) ->> 'h'::text)) STORED
);


--
-- Name: notices; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.notices (
    h text NOT NULL,
    text text NOT NULL
);


--
-- Data for Name: entries; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.entries VALUES (1, 1795812877467, 2675278477000, '2cdfac1fce28357a4794bf3bc57d60fb32e1350460cd1ec4905d9a47830f773d', '0000000000000000000000000000000000000000000000000000000000000000', 'a0026764c60ccaa8c15bca1da9133381ab2148dae25a02fab7f158cb08c2539d', '{"id":"_xSiEDNZzK0IUripdCStGA","receipt":"ztdZO58uRDPeOCpWg7ZnuQ","record":{"c":{"analytics":1,"marketing":0},"e":1811364877,"h":"5g6_SZtTU6JDLJ5MKMYQGR","l":"ko","m":"custom","n":1,"p":"2024-01-18","s":"banner","t":1795812877,"v":1,"x":["analytics/채널톡 \"\\ 🍪 "]},"type":"give","v":1}', DEFAULT, DEFAULT, DEFAULT, DEFAULT);
INSERT INTO public.entries VALUES (3, 1795812877522, 2675278477000, '264cada36673342f5bcf9e82acbb96d189b66bddd87e4109ba4da030c20779e7', '31aa002b78e422846f3f46fe4015d162ac1a7fea1a78396d796302d70ffa68ee', 'e99db186ac7ecb7825af9ccf9ae4b661d64001a376232ac3c956083f2585a800', '{"ends":"ztdZO58uRDPeOCpWg7ZnuQ","id":"qV9uWTBXtKnSPWo-hJ5NHw","receipt":"pPFtolr4HpWBzr2meYLXoA","record":{"c":{"analytics":1,"marketing":0},"e":1811364877,"h":"5g6_SZtTU6JDLJ5MKMYQGR","l":"ko","m":"custom","n":1,"p":"2024-01-18","s":"banner","t":1795812877,"v":1},"type":"update","v":1}', DEFAULT, DEFAULT, DEFAULT, DEFAULT);
INSERT INTO public.entries VALUES (4, 1795812877529, 2675278477000, 'db5167b2bc77164e15a44abcd88cb4753c690930b1e6e5def10580e0a07b59fa', 'e99db186ac7ecb7825af9ccf9ae4b661d64001a376232ac3c956083f2585a800', '6778f036cc8c3b89621abf0f0262b9e313b5f8d93063cd657fa5c949c1b88916', '{"ends":"pPFtolr4HpWBzr2meYLXoA","id":"8urryHMeptlFdgM41urXaA","record":{"c":{"analytics":0},"e":1811364877,"l":"ko","m":"withdraw","n":1,"p":"2024-01-18","s":"banner","t":1795812877,"v":1},"type":"withdraw","v":1}', DEFAULT, DEFAULT, DEFAULT, DEFAULT);
INSERT INTO public.entries VALUES (5, 1795812877534, 2675278477000, 'f6220d19a338c52858513f7c36cec784570d470887c19651917ea7f52cff735f', '6778f036cc8c3b89621abf0f0262b9e313b5f8d93063cd657fa5c949c1b88916', 'e2d2009af00e1af645bddd54fc8600f0616a74451d05751edd4c151c03269a7a', '{"id":"GETArro0X_0HWFQt6lqQCA","record":{"c":{"analytics":0},"e":1811364877,"l":"ko","m":"withdraw","n":1,"p":"2024-01-18","s":"banner","t":1795812877,"v":1},"type":"refuse","v":1}', DEFAULT, DEFAULT, DEFAULT, DEFAULT);
INSERT INTO public.entries VALUES (2, 1795812877500, 1795812881000, 'a707013f008e0480e86ef9109f1112e5457212df44572a4eef6818d5bc8c7e9b', 'a0026764c60ccaa8c15bca1da9133381ab2148dae25a02fab7f158cb08c2539d', '31aa002b78e422846f3f46fe4015d162ac1a7fea1a78396d796302d70ffa68ee', NULL, DEFAULT, DEFAULT, DEFAULT, DEFAULT);


--
-- Data for Name: notices; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.notices VALUES ('5g6_SZtTU6JDLJ5MKMYQGR', '{"language":"ko","strings":["쿠키","é"],"version":"2024-01-18"}');


--
-- Name: entries entries_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.entries
    ADD CONSTRAINT entries_id_key UNIQUE (id);


--
-- Name: entries entries_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.entries
    ADD CONSTRAINT entries_pkey PRIMARY KEY (seq);


--
-- Name: notices notices_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notices
    ADD CONSTRAINT notices_pkey PRIMARY KEY (h);


--
-- Name: entries_ends; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX entries_ends ON public.entries USING btree (ends);


--
-- Name: entries_notice; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX entries_notice ON public.entries USING btree (notice);


--
-- Name: entries_receipt; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX entries_receipt ON public.entries USING btree (receipt);


--
-- Name: entries_until; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX entries_until ON public.entries USING btree (until) WHERE (content IS NOT NULL);


--
-- PostgreSQL database dump complete
--


