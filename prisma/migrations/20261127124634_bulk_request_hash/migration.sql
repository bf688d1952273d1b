-- AlterTable
ALTER TABLE "BulkJob" ADD COLUMN "requestHash" TEXT;
