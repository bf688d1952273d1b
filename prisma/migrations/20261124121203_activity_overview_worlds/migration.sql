-- AlterTable
ALTER TABLE "Event" ADD COLUMN "detail" TEXT;

-- CreateTable
CREATE TABLE "RunHour" (
    "account" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "hour" DATETIME NOT NULL,
    "successful" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "canceled" INTEGER NOT NULL DEFAULT 0,

    PRIMARY KEY ("account", "region", "hour")
);

-- CreateTable
CREATE TABLE "World" (
    "account" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "name" TEXT,
    "color" TEXT,
    "reasonRequired" BOOLEAN NOT NULL DEFAULT false,

    PRIMARY KEY ("account", "region")
);

-- CreateIndex
CREATE INDEX "Event_requestId_idx" ON "Event"("requestId");

-- CreateIndex
CREATE INDEX "Event_told" ON "Event"("account", "region", "id") WHERE isRoutine = 0;

-- CreateIndex
CREATE INDEX "Event_told_actor" ON "Event"("account", "region", "actor", "id") WHERE isRoutine = 0;

-- CreateIndex
CREATE INDEX "Event_told_operation" ON "Event"("account", "region", "operation", "id") WHERE isRoutine = 0;

-- CreateIndex
CREATE INDEX "Event_told_outcome" ON "Event"("account", "region", "outcome", "id") WHERE isRoutine = 0;

-- CreateIndex
CREATE INDEX "Flow_account_region_nextRunAt_idx" ON "Flow"("account", "region", "nextRunAt");

-- CreateIndex
CREATE INDEX "Flow_account_region_flowStatus_stoppedByFailures_statusChangedAt_idx" ON "Flow"("account", "region", "flowStatus", "stoppedByFailures", "statusChangedAt");

-- CreateIndex
CREATE INDEX "Flow_account_region_executionsInProgress_lastExecutionAt_idx" ON "Flow"("account", "region", "executionsInProgress", "lastExecutionAt");

-- The hours before the table existed, from the runs that ended in them.
INSERT INTO "RunHour" ("account", "region", "hour", "successful", "failed", "canceled")
SELECT "account", "region", "Execution"."lastUpdatedAt" / 3600000 * 3600000 AS "endedHour",
    sum("executionStatus" = 'Successful'), sum("executionStatus" = 'Error'), sum("executionStatus" = 'Canceled')
FROM "Execution" JOIN "Flow" ON "Flow"."id" = "Execution"."flowId"
WHERE "executionStatus" IN ('Successful', 'Error', 'Canceled')
GROUP BY "account", "region", "endedHour";
