// `npm run import`: takes flows over from what the AWS CLI printed or Sluice exported.
require('./command.cjs').runCommand('import');
