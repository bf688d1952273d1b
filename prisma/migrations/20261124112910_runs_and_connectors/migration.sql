-- AlterTable
ALTER TABLE "Execution" ADD COLUMN "dataPullEndAt" DATETIME;
ALTER TABLE "Execution" ADD COLUMN "dataPullStartAt" DATETIME;

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Event" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" DATETIME NOT NULL,
    "account" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "flowName" TEXT,
    "connectorProfileName" TEXT,
    "connectorLabel" TEXT,
    "flowId" TEXT,
    "operation" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "errorName" TEXT,
    "errorMessage" TEXT,
    "beforeStatus" TEXT,
    "afterStatus" TEXT,
    "executionId" TEXT,
    "isRoutine" BOOLEAN NOT NULL DEFAULT false,
    "actor" TEXT NOT NULL,
    "via" TEXT NOT NULL,
    "reason" TEXT,
    "requestId" TEXT NOT NULL
);
INSERT INTO "new_Event" ("account", "actor", "afterStatus", "at", "beforeStatus", "errorMessage", "errorName", "executionId", "flowId", "flowName", "id", "isRoutine", "operation", "outcome", "reason", "region", "requestId", "via") SELECT "account", "actor", "afterStatus", "at", "beforeStatus", "errorMessage", "errorName", "executionId", "flowId", "flowName", "id", "via" = 'runner' AND "outcome" = 'changed' AND "beforeStatus" = "afterStatus", "operation", "outcome", "reason", "region", "requestId", "via" FROM "Event";
DROP TABLE "Event";
ALTER TABLE "new_Event" RENAME TO "Event";
CREATE INDEX "Event_account_region_flowName_isRoutine_id_idx" ON "Event"("account", "region", "flowName", "isRoutine", "id");
CREATE INDEX "Event_account_region_id_idx" ON "Event"("account", "region", "id");
CREATE TABLE "new_Flow" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "account" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "flowName" TEXT NOT NULL,
    "liveName" TEXT,
    "flowStatus" TEXT NOT NULL,
    "flowStatusMessage" TEXT,
    "description" TEXT,
    "triggerType" TEXT NOT NULL,
    "schedule" TEXT,
    "sourceConnectorType" TEXT NOT NULL,
    "destinationConnectorType" TEXT NOT NULL,
    "definition" TEXT NOT NULL,
    "tags" TEXT NOT NULL,
    "schemaVersion" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "createdBy" TEXT NOT NULL,
    "lastUpdatedAt" DATETIME NOT NULL,
    "lastUpdatedBy" TEXT NOT NULL,
    "statusChangedAt" DATETIME NOT NULL,
    "statusChangedBy" TEXT NOT NULL,
    "statusChangedVia" TEXT NOT NULL,
    "statusReason" TEXT,
    "stoppedByFailures" BOOLEAN NOT NULL DEFAULT false,
    "failedExecutionsInARow" INTEGER NOT NULL DEFAULT 0,
    "executionsInProgress" INTEGER NOT NULL DEFAULT 0,
    "executionsStarted" INTEGER NOT NULL DEFAULT 0,
    "nextRunAt" DATETIME,
    "lastDataPullEndAt" DATETIME,
    "simulation" TEXT,
    "lastExecutionId" TEXT,
    "lastExecutionStatus" TEXT,
    "lastExecutionAt" DATETIME,
    "lastExecutionMessage" TEXT
);
INSERT INTO "new_Flow" ("account", "createdAt", "createdBy", "definition", "description", "destinationConnectorType", "executionsInProgress", "failedExecutionsInARow", "flowName", "flowStatus", "flowStatusMessage", "id", "lastExecutionAt", "lastExecutionId", "lastExecutionMessage", "lastExecutionStatus", "lastUpdatedAt", "lastUpdatedBy", "liveName", "region", "schedule", "schemaVersion", "sourceConnectorType", "statusChangedAt", "statusChangedBy", "statusChangedVia", "statusReason", "stoppedByFailures", "tags", "triggerType") SELECT "account", "createdAt", "createdBy", "definition", "description", "destinationConnectorType", "executionsInProgress", "failedExecutionsInARow", "flowName", "flowStatus", "flowStatusMessage", "id", "lastExecutionAt", "lastExecutionId", "lastExecutionMessage", "lastExecutionStatus", "lastUpdatedAt", "lastUpdatedBy", "liveName", "region", "schedule", "schemaVersion", "sourceConnectorType", "statusChangedAt", "statusChangedBy", "statusChangedVia", "statusReason", "stoppedByFailures", "tags", "triggerType" FROM "Flow";
DROP TABLE "Flow";
ALTER TABLE "new_Flow" RENAME TO "Flow";
CREATE INDEX "Flow_account_region_flowName_idx" ON "Flow"("account", "region", "flowName");
CREATE INDEX "Flow_account_region_flowStatus_triggerType_stoppedByFailures_failedExecutionsInARow_idx" ON "Flow"("account", "region", "flowStatus", "triggerType", "stoppedByFailures", "failedExecutionsInARow");
CREATE INDEX "Flow_account_region_lastExecutionAt_idx" ON "Flow"("account", "region", "lastExecutionAt");
CREATE INDEX "Flow_account_region_sourceConnectorType_idx" ON "Flow"("account", "region", "sourceConnectorType");
CREATE INDEX "Flow_account_region_destinationConnectorType_idx" ON "Flow"("account", "region", "destinationConnectorType");
CREATE INDEX "Flow_nextRunAt_idx" ON "Flow"("nextRunAt");
CREATE UNIQUE INDEX "Flow_account_region_liveName_key" ON "Flow"("account", "region", "liveName");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- Flows that are on had no run to come until now: the next one is due at once, or when the schedule begins.
UPDATE "Flow" SET "nextRunAt" = max(
    unixepoch() * 1000,
    coalesce((json_extract("schedule", '$.scheduleStartTime') + coalesce(json_extract("schedule", '$.scheduleOffset'), 0)) * 1000, 0)
)
WHERE "flowStatus" = 'Active' AND "triggerType" = 'Scheduled'
    AND coalesce(json_extract("schedule", '$.scheduleEndTime') > unixepoch(), true);
