-- CreateTable
CREATE TABLE "BulkJob" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "account" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "reason" TEXT,
    "startsAgainAt" DATETIME,
    "filter" TEXT,
    "madeFromId" TEXT,
    "madeFromAs" TEXT,
    "actor" TEXT NOT NULL,
    "via" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "total" INTEGER NOT NULL,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "refused" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "skipped" INTEGER NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL,
    "endedAt" DATETIME,
    "canceledBy" TEXT
);

-- CreateTable
CREATE TABLE "BulkItem" (
    "jobId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "flowId" TEXT NOT NULL,
    "flowName" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "errorName" TEXT,
    "message" TEXT,
    "beforeStatus" TEXT,
    "afterStatus" TEXT,
    "at" DATETIME,
    "requestId" TEXT,

    PRIMARY KEY ("jobId", "position"),
    CONSTRAINT "BulkItem_jobId_fkey" FOREIGN KEY ("jobId") REFERENCES "BulkJob" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "BulkJob_account_region_createdAt_idx" ON "BulkJob"("account", "region", "createdAt");

-- CreateIndex
CREATE INDEX "BulkJob_status_createdAt_idx" ON "BulkJob"("status", "createdAt");

-- CreateIndex
CREATE INDEX "BulkItem_jobId_state_position_idx" ON "BulkItem"("jobId", "state", "position");
