-- CreateTable
CREATE TABLE "PageTokenKey" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "secret" BLOB NOT NULL,
    "createdAt" DATETIME NOT NULL
);
