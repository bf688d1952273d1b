-- AlterTable
ALTER TABLE "Flow" ADD COLUMN "startsAgainAt" DATETIME;

-- CreateIndex
CREATE INDEX "Flow_startsAgainAt_idx" ON "Flow"("startsAgainAt");
