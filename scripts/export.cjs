// `npm run export`: writes the flows into a file, as DescribeFlow answers them.
require('./command.cjs').runCommand('export');
