-- CreateTable
CREATE TABLE "Flow" (
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
    "lastExecutionId" TEXT,
    "lastExecutionStatus" TEXT,
    "lastExecutionAt" DATETIME,
    "lastExecutionMessage" TEXT
);

-- CreateTable
CREATE TABLE "Execution" (
    "executionId" TEXT NOT NULL PRIMARY KEY,
    "flowId" TEXT NOT NULL,
    "executionStatus" TEXT NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "lastUpdatedAt" DATETIME NOT NULL,
    "endsAt" DATETIME NOT NULL,
    "plan" TEXT NOT NULL,
    "bytesProcessed" BIGINT,
    "bytesWritten" BIGINT,
    "recordsProcessed" BIGINT,
    "message" TEXT,
    CONSTRAINT "Execution_flowId_fkey" FOREIGN KEY ("flowId") REFERENCES "Flow" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Event" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" DATETIME NOT NULL,
    "account" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "flowName" TEXT NOT NULL,
    "flowId" TEXT,
    "operation" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "errorName" TEXT,
    "errorMessage" TEXT,
    "beforeStatus" TEXT,
    "afterStatus" TEXT,
    "executionId" TEXT,
    "actor" TEXT NOT NULL,
    "via" TEXT NOT NULL,
    "reason" TEXT,
    "requestId" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "ClientToken" (
    "account" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "operation" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "parametersHash" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL,

    PRIMARY KEY ("account", "region", "operation", "token", "parametersHash")
);

-- CreateIndex
CREATE INDEX "Flow_account_region_flowName_idx" ON "Flow"("account", "region", "flowName");

-- CreateIndex
CREATE INDEX "Flow_account_region_flowStatus_triggerType_stoppedByFailures_failedExecutionsInARow_idx" ON "Flow"("account", "region", "flowStatus", "triggerType", "stoppedByFailures", "failedExecutionsInARow");

-- CreateIndex
CREATE INDEX "Flow_account_region_lastExecutionAt_idx" ON "Flow"("account", "region", "lastExecutionAt");

-- CreateIndex
CREATE INDEX "Flow_account_region_sourceConnectorType_idx" ON "Flow"("account", "region", "sourceConnectorType");

-- CreateIndex
CREATE INDEX "Flow_account_region_destinationConnectorType_idx" ON "Flow"("account", "region", "destinationConnectorType");

-- CreateIndex
CREATE UNIQUE INDEX "Flow_account_region_liveName_key" ON "Flow"("account", "region", "liveName");

-- CreateIndex
CREATE INDEX "Execution_flowId_startedAt_idx" ON "Execution"("flowId", "startedAt");

-- CreateIndex
CREATE INDEX "Execution_executionStatus_endsAt_idx" ON "Execution"("executionStatus", "endsAt");

-- CreateIndex
CREATE INDEX "Event_account_region_flowName_id_idx" ON "Event"("account", "region", "flowName", "id");

-- CreateIndex
CREATE INDEX "Event_account_region_id_idx" ON "Event"("account", "region", "id");

-- CreateIndex
CREATE INDEX "ClientToken_expiresAt_idx" ON "ClientToken"("expiresAt");
