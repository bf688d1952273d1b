// Ends the process with a sentence where Node is too old. Written so that an old Node can read it.
var version = process.versions.node.split('.').map(Number);
var major = version[0];
var minor = version[1];
if (major < 20 || (major === 20 && minor < 19) || major === 21 || (major === 22 && minor < 12)) {
  console.error(
    'Sluice needs Node 20.19 or newer (of Node 22: 22.12 or newer), this is Node ' +
      process.versions.node +
      '.',
  );
  process.exit(1);
}
