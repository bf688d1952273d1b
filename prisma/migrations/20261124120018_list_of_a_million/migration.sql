-- DropIndex
DROP INDEX "Flow_account_region_destinationConnectorType_idx";

-- DropIndex
DROP INDEX "Flow_account_region_sourceConnectorType_idx";

-- DropIndex
DROP INDEX "Flow_account_region_lastExecutionAt_idx";

-- CreateTable
CREATE TABLE "FlowWorld" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "account" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "flows" INTEGER NOT NULL,
    "entries" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "FlowTally" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "world" INTEGER NOT NULL,
    "standing" INTEGER NOT NULL,
    "needsAttention" BOOLEAN NOT NULL,
    "triggerType" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "destination" TEXT NOT NULL,
    "flows" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "FlowEntry" (
    "entry" INTEGER NOT NULL PRIMARY KEY,
    "flowId" TEXT NOT NULL,
    "world" INTEGER NOT NULL,
    "tally" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "standing" INTEGER NOT NULL,
    "needsAttention" BOOLEAN NOT NULL,
    "triggerType" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "destination" TEXT NOT NULL,
    "changedBy" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "tags" TEXT NOT NULL,
    "lastResult" TEXT NOT NULL,
    "lastRunAt" DATETIME,
    "nextRunAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "FlowTag" (
    "world" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "entry" INTEGER NOT NULL,

    PRIMARY KEY ("world", "key", "value", "entry")
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "FlowTextDue" (
    "entry" INTEGER NOT NULL PRIMARY KEY
);

-- CreateTable
CREATE TABLE "SavedView" (
    "account" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "search" TEXT NOT NULL,
    "savedBy" TEXT NOT NULL,
    "savedAt" DATETIME NOT NULL,

    PRIMARY KEY ("account", "region", "name")
);

-- CreateIndex
CREATE UNIQUE INDEX "FlowWorld_account_region_key" ON "FlowWorld"("account", "region");

-- CreateIndex
CREATE UNIQUE INDEX "FlowTally_world_standing_needsAttention_triggerType_source_destination_key" ON "FlowTally"("world", "standing", "needsAttention", "triggerType", "source", "destination");

-- CreateIndex
CREATE UNIQUE INDEX "FlowEntry_flowId_key" ON "FlowEntry"("flowId");

-- CreateIndex
CREATE INDEX "FlowEntry_tally_idx" ON "FlowEntry"("tally");

-- CreateIndex
CREATE INDEX "FlowEntry_world_name_idx" ON "FlowEntry"("world", "name");

-- CreateIndex
CREATE INDEX "FlowEntry_world_standing_name_idx" ON "FlowEntry"("world", "standing", "name");

-- CreateIndex
CREATE INDEX "FlowEntry_world_triggerType_name_idx" ON "FlowEntry"("world", "triggerType", "name");

-- CreateIndex
CREATE INDEX "FlowEntry_world_source_name_idx" ON "FlowEntry"("world", "source", "name");

-- CreateIndex
CREATE INDEX "FlowEntry_world_destination_name_idx" ON "FlowEntry"("world", "destination", "name");

-- CreateIndex
CREATE INDEX "FlowEntry_world_owner_name_idx" ON "FlowEntry"("world", "owner", "name");

-- CreateIndex
CREATE INDEX "FlowEntry_world_changedBy_idx" ON "FlowEntry"("world", "changedBy");

-- CreateIndex
CREATE INDEX "FlowEntry_world_reason_idx" ON "FlowEntry"("world", "reason");

-- CreateIndex
CREATE INDEX "FlowEntry_world_lastResult_idx" ON "FlowEntry"("world", "lastResult");

-- CreateIndex
CREATE INDEX "FlowEntry_world_lastRunAt_idx" ON "FlowEntry"("world", "lastRunAt");

-- CreateIndex
CREATE INDEX "FlowEntry_world_nextRunAt_idx" ON "FlowEntry"("world", "nextRunAt");

-- CreateIndex
CREATE INDEX "FlowEntry_world_createdAt_idx" ON "FlowEntry"("world", "createdAt");

-- CreateIndex
CREATE INDEX "FlowEntry_world_updatedAt_idx" ON "FlowEntry"("world", "updatedAt");

-- From here on by hand: what Prisma has no words for.

-- Finds flows by any three letters of what their entry says. Keeps no text of its own and no positions: who finds with it reads the
-- entry too.
CREATE VIRTUAL TABLE "FlowText" USING fts5(
    text, content = '', contentless_delete = 1, detail = 'none', tokenize = 'trigram'
);

-- Which three letters there are: how shorter texts are found. The two ends of line behind each text make three of its last letters.
CREATE VIRTUAL TABLE "FlowTextTerms" USING fts5vocab('FlowText', 'row');

-- What an entry holds of its flow, said once: for the triggers, for flows that were there before, and for the test that compares.
CREATE VIEW "FlowFacts" AS
SELECT
    flow.id AS flowId,
    world.id AS world,
    flow.flowName AS name,
    CASE flow.flowStatus
        WHEN 'Active' THEN flow.triggerType = 'OnDemand'
        WHEN 'Suspended' THEN iif(flow.stoppedByFailures, 3, 2)
        WHEN 'Errored' THEN 4
        WHEN 'Draft' THEN 5
        WHEN 'Deprecated' THEN 6
        ELSE 7
    END AS standing,
    CASE flow.flowStatus
        WHEN 'Active' THEN flow.failedExecutionsInARow > 0
        WHEN 'Suspended' THEN flow.stoppedByFailures
        ELSE flow.flowStatus = 'Errored'
    END AS needsAttention,
    flow.triggerType,
    flow.sourceConnectorType AS source,
    flow.destinationConnectorType AS destination,
    flow.statusChangedBy AS changedBy,
    coalesce(flow.statusReason, '') AS reason,
    flow.createdBy AS owner,
    flow.tags,
    coalesce(flow.lastExecutionStatus, 'None') AS lastResult,
    flow.lastExecutionAt AS lastRunAt,
    flow.nextRunAt,
    flow.createdAt,
    flow.lastUpdatedAt AS updatedAt
FROM "Flow" AS flow
JOIN "FlowWorld" AS world ON world.account = flow.account AND world.region = flow.region;

-- Flows that were there before.
INSERT INTO "FlowWorld" (account, region, flows, entries)
SELECT account, region, count(liveName), count(*) FROM "Flow" GROUP BY account, region;

INSERT INTO "FlowTally" (world, standing, needsAttention, triggerType, source, destination, flows)
SELECT world, standing, needsAttention, triggerType, source, destination, count(*) FROM "FlowFacts"
GROUP BY world, standing, needsAttention, triggerType, source, destination;

INSERT INTO "FlowEntry"
SELECT
    facts.world * 4294967296 + row_number() OVER (PARTITION BY facts.world ORDER BY facts.createdAt, facts.flowId),
    facts.flowId, facts.world, tally.id, facts.name, facts.standing, facts.needsAttention, facts.triggerType, facts.source,
    facts.destination, facts.changedBy, facts.reason, facts.owner, facts.tags, facts.lastResult, facts.lastRunAt, facts.nextRunAt,
    facts.createdAt, facts.updatedAt
FROM "FlowFacts" AS facts
JOIN "FlowTally" AS tally USING (world, standing, needsAttention, triggerType, source, destination);

INSERT INTO "FlowTag" (world, key, value, entry)
SELECT world, tag.key, tag.value, entry FROM "FlowEntry", json_each(tags) AS tag;

INSERT INTO "FlowText" (rowid, text)
SELECT entry, name || char(10) || source || char(10) || destination || char(10) || changedBy || char(10) || reason || char(10) || owner || char(10) || tags || char(10) || char(10) FROM "FlowEntry";

-- Each trigger writes only what its columns change: an index that need not be touched is most of what an entry costs.
CREATE TRIGGER "Flow_made" AFTER INSERT ON "Flow"
BEGIN
    INSERT INTO "FlowWorld" (account, region, flows, entries)
    VALUES (new.account, new.region, new.liveName IS NOT NULL, 1)
    ON CONFLICT (account, region) DO UPDATE SET flows = flows + excluded.flows, entries = entries + 1;

    INSERT INTO "FlowTally" (world, standing, needsAttention, triggerType, source, destination, flows)
    SELECT world, standing, needsAttention, triggerType, source, destination, 1 FROM "FlowFacts" WHERE flowId = new.id
    ON CONFLICT (world, standing, needsAttention, triggerType, source, destination) DO UPDATE SET flows = flows + 1;

    INSERT INTO "FlowEntry"
    SELECT
        facts.world * 4294967296 + world.entries,
        facts.flowId, facts.world, tally.id, facts.name, facts.standing, facts.needsAttention, facts.triggerType, facts.source,
        facts.destination, facts.changedBy, facts.reason, facts.owner, facts.tags, facts.lastResult, facts.lastRunAt, facts.nextRunAt,
        facts.createdAt, facts.updatedAt
    FROM "FlowFacts" AS facts
    JOIN "FlowWorld" AS world ON world.id = facts.world
    JOIN "FlowTally" AS tally USING (world, standing, needsAttention, triggerType, source, destination)
    WHERE facts.flowId = new.id;

    INSERT INTO "FlowTag" (world, key, value, entry)
    SELECT world, tag.key, tag.value, entry FROM "FlowEntry", json_each(tags) AS tag WHERE flowId = new.id;

    INSERT INTO "FlowTextDue" (entry) SELECT entry FROM "FlowEntry" WHERE flowId = new.id;
END;

CREATE TRIGGER "Flow_stands_elsewhere"
AFTER UPDATE OF flowStatus, stoppedByFailures, failedExecutionsInARow, triggerType, sourceConnectorType, destinationConnectorType
ON "Flow"
WHEN EXISTS (
    -- By the tally, which nothing else moves: the entry's own columns may have been changed by another trigger already.
    SELECT 1 FROM "FlowFacts" AS facts
    JOIN "FlowEntry" AS entry USING (flowId)
    JOIN "FlowTally" AS tally ON tally.id = entry.tally
    WHERE facts.flowId = new.id
        AND (facts.standing, facts.needsAttention, facts.triggerType, facts.source, facts.destination)
            IS NOT (tally.standing, tally.needsAttention, tally.triggerType, tally.source, tally.destination)
)
BEGIN
    UPDATE "FlowTally" SET flows = flows - 1 WHERE id = (SELECT tally FROM "FlowEntry" WHERE flowId = new.id);

    INSERT INTO "FlowTally" (world, standing, needsAttention, triggerType, source, destination, flows)
    SELECT world, standing, needsAttention, triggerType, source, destination, 1 FROM "FlowFacts" WHERE flowId = new.id
    ON CONFLICT (world, standing, needsAttention, triggerType, source, destination) DO UPDATE SET flows = flows + 1;

    UPDATE "FlowEntry" SET tally = found.tally, standing = found.standing, needsAttention = found.needsAttention
    FROM (
        SELECT tally.id AS tally, standing, needsAttention
        FROM "FlowFacts" AS facts
        JOIN "FlowTally" AS tally USING (world, standing, needsAttention, triggerType, source, destination)
        WHERE facts.flowId = new.id
    ) AS found
    WHERE flowId = new.id;
END;

CREATE TRIGGER "Flow_triggered_otherwise" AFTER UPDATE OF triggerType ON "Flow" WHEN new.triggerType IS NOT old.triggerType
BEGIN
    UPDATE "FlowEntry" SET triggerType = new.triggerType WHERE flowId = new.id;
END;

CREATE TRIGGER "Flow_from_elsewhere" AFTER UPDATE OF sourceConnectorType ON "Flow"
WHEN new.sourceConnectorType IS NOT old.sourceConnectorType
BEGIN
    UPDATE "FlowEntry" SET source = new.sourceConnectorType WHERE flowId = new.id;
END;

CREATE TRIGGER "Flow_to_elsewhere" AFTER UPDATE OF destinationConnectorType ON "Flow"
WHEN new.destinationConnectorType IS NOT old.destinationConnectorType
BEGIN
    UPDATE "FlowEntry" SET destination = new.destinationConnectorType WHERE flowId = new.id;
END;

CREATE TRIGGER "Flow_lives" AFTER UPDATE OF liveName ON "Flow"
BEGIN
    UPDATE "FlowWorld" SET flows = flows + (new.liveName IS NOT NULL) - (old.liveName IS NOT NULL)
    WHERE account = new.account AND region = new.region;
END;

CREATE TRIGGER "Flow_changed_by" AFTER UPDATE OF statusChangedBy ON "Flow" WHEN new.statusChangedBy IS NOT old.statusChangedBy
BEGIN
    UPDATE "FlowEntry" SET changedBy = new.statusChangedBy WHERE flowId = new.id;
END;

CREATE TRIGGER "Flow_changed_why" AFTER UPDATE OF statusReason ON "Flow" WHEN new.statusReason IS NOT old.statusReason
BEGIN
    UPDATE "FlowEntry" SET reason = coalesce(new.statusReason, '') WHERE flowId = new.id;
END;

CREATE TRIGGER "Flow_owned" AFTER UPDATE OF createdBy ON "Flow" WHEN new.createdBy IS NOT old.createdBy
BEGIN
    UPDATE "FlowEntry" SET owner = new.createdBy WHERE flowId = new.id;
END;

CREATE TRIGGER "Flow_tagged" AFTER UPDATE OF tags ON "Flow" WHEN new.tags IS NOT old.tags
BEGIN
    DELETE FROM "FlowTag" WHERE (world, key, value, entry) IN (
        SELECT world, tag.key, tag.value, entry FROM "FlowEntry", json_each(old.tags) AS tag WHERE flowId = new.id
    );
    UPDATE "FlowEntry" SET tags = new.tags WHERE flowId = new.id;
    INSERT INTO "FlowTag" (world, key, value, entry)
    SELECT world, tag.key, tag.value, entry FROM "FlowEntry", json_each(new.tags) AS tag WHERE flowId = new.id;
END;

CREATE TRIGGER "Flow_ran" AFTER UPDATE OF lastExecutionStatus ON "Flow" WHEN new.lastExecutionStatus IS NOT old.lastExecutionStatus
BEGIN
    UPDATE "FlowEntry" SET lastResult = coalesce(new.lastExecutionStatus, 'None') WHERE flowId = new.id;
END;

CREATE TRIGGER "Flow_ran_at" AFTER UPDATE OF lastExecutionAt ON "Flow" WHEN new.lastExecutionAt IS NOT old.lastExecutionAt
BEGIN
    UPDATE "FlowEntry" SET lastRunAt = new.lastExecutionAt WHERE flowId = new.id;
END;

CREATE TRIGGER "Flow_due" AFTER UPDATE OF nextRunAt ON "Flow" WHEN new.nextRunAt IS NOT old.nextRunAt
BEGIN
    UPDATE "FlowEntry" SET nextRunAt = new.nextRunAt WHERE flowId = new.id;
END;

CREATE TRIGGER "Flow_updated" AFTER UPDATE OF lastUpdatedAt ON "Flow" WHEN new.lastUpdatedAt IS NOT old.lastUpdatedAt
BEGIN
    UPDATE "FlowEntry" SET updatedAt = new.lastUpdatedAt WHERE flowId = new.id;
END;

-- The text index is slow to change a row at a time: what has changed waits until there is enough of it.
CREATE TRIGGER "FlowEntry_says_otherwise" AFTER UPDATE OF source, destination, changedBy, reason, owner, tags ON "FlowEntry"
BEGIN
    INSERT INTO "FlowTextDue" (entry) VALUES (new.entry) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER "FlowTextDue_full" AFTER INSERT ON "FlowTextDue" WHEN (SELECT count(*) FROM "FlowTextDue") >= 256
BEGIN
    DELETE FROM "FlowText" WHERE rowid IN (SELECT entry FROM "FlowTextDue");
    INSERT INTO "FlowText" (rowid, text)
    SELECT entry, name || char(10) || source || char(10) || destination || char(10) || changedBy || char(10) || reason || char(10) || owner || char(10) || tags || char(10) || char(10)
    FROM "FlowEntry" WHERE entry IN (SELECT entry FROM "FlowTextDue");
    DELETE FROM "FlowTextDue";
END;
