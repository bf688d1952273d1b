// `npm run reset`: puts a new database with the demo fleet in the place of the present one.
require('./command.cjs').runCommand('reset');
