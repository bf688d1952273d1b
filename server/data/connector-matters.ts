import type Sqlite from 'better-sqlite3';
import type { World } from '@/contract/console';
import { decideConnectorProfile, type ConnectorProfile } from '../domain/connectors/profile';
import { decideConnector } from '../domain/connectors/registration';
import {
  connectorProfileColumns,
  registeredConnectorColumns,
  toConnectorProfile,
  toRegisteredConnector,
  type ConnectorProfileRow,
  type RegisteredConnectorRow,
} from './connector-rows';
import type { ConnectorProfileSubmission, ConnectorSubmission } from './data';
import type { Matter } from './matter';
import type { Row, Statements } from './statements';

/** How the profile of a name is, as the commands before this one left it. */
export type FindConnectorProfile = (
  world: World,
  connectorProfileName: string,
) => ConnectorProfile | undefined;

export function findConnectorProfile(database: Sqlite.Database): FindConnectorProfile {
  const select = database.prepare<string[], ConnectorProfileRow>(
    'SELECT * FROM "ConnectorProfile" WHERE account = ? AND region = ? AND connectorProfileName = ?',
  );
  return ({ account, region }, connectorProfileName) => {
    const row = select.get(account, region, connectorProfileName);
    return row && toConnectorProfile(row);
  };
}

/** Makes the matters of connector profiles. */
export function connectorProfileMatters(
  database: Sqlite.Database,
  statements: Statements,
  findProfile: FindConnectorProfile,
) {
  const selectLabel = database.prepare<string[], object>(
    'SELECT 1 FROM "RegisteredConnector" WHERE account = ? AND region = ? AND connectorLabel = ?',
  );
  const countProfiles = database
    .prepare<string[], number>('SELECT count(*) FROM "ConnectorProfile" WHERE account = ? AND region = ?')
    .pluck();
  // Looks at every flow of the world, which only deleting a profile does: an index for it would cost every change of a flow.
  const selectFlowUsing = database
    .prepare<string[], string>(
      `SELECT flowName FROM "Flow" WHERE account = ? AND region = ? AND liveName IS NOT NULL AND ? IN (
         SELECT json_extract(definition, '$.sourceFlowConfig.connectorProfileName')
         UNION SELECT json_extract(value, '$.connectorProfileName') FROM json_each(definition, '$.destinationFlowConfigList')
       ) ORDER BY flowName LIMIT 1`,
    )
    .pluck();

  return (submission: ConnectorProfileSubmission<unknown>, now: number): Matter => {
    const { world, connectorProfileName, command } = submission;
    const { account, region } = world;
    const profile = findProfile(world, connectorProfileName);
    const told = { connectorProfileName };
    return {
      told,
      takesTokenAgain: false,
      decide() {
        const subject = {
          world,
          connectorProfileName,
          profile,
          flowUsing: () => selectFlowUsing.get(account, region, connectorProfileName),
          isRegistered: (label: string) => selectLabel.get(account, region, label) !== undefined,
          count: () => countProfiles.get(account, region) ?? 0,
        };
        const decision = decideConnectorProfile(subject, command, now);
        return decision.outcome === 'refused'
          ? decision
          : {
              outcome: decision.outcome,
              answer: submission.answer(decision.profile),
              told,
              save: () => {
                const row = connectorProfileColumns(decision.profile);
                saveRow(statements, 'ConnectorProfile', row, profile?.id, decision.deleted);
              },
            };
      },
    };
  };
}

/** Makes the matters of registered connectors. */
export function connectorMatters(database: Sqlite.Database, statements: Statements) {
  const selectConnector = database.prepare<string[], RegisteredConnectorRow>(
    'SELECT * FROM "RegisteredConnector" WHERE account = ? AND region = ? AND connectorLabel = ?',
  );
  const countConnectors = database
    .prepare<string[], number>('SELECT count(*) FROM "RegisteredConnector" WHERE account = ? AND region = ?')
    .pluck();
  const selectProfileUsing = database
    .prepare<string[], string>(
      `SELECT connectorProfileName FROM "ConnectorProfile" WHERE account = ? AND region = ? AND connectorLabel = ?
       ORDER BY connectorProfileName LIMIT 1`,
    )
    .pluck();

  return (submission: ConnectorSubmission<unknown>, now: number): Matter => {
    const { world, connectorLabel, command, caller } = submission;
    const { account, region } = world;
    const row = selectConnector.get(account, region, connectorLabel);
    const told = { connectorLabel };
    return {
      told,
      takesTokenAgain: false,
      decide() {
        const subject = {
          world,
          connectorLabel,
          connector: row && toRegisteredConnector(row),
          profileUsing: () => selectProfileUsing.get(account, region, connectorLabel),
          count: () => countConnectors.get(account, region) ?? 0,
        };
        const decision = decideConnector(subject, command, caller.actor, now);
        return decision.outcome === 'refused'
          ? decision
          : {
              outcome: decision.outcome,
              answer: submission.answer(decision.connector),
              told,
              save: () => {
                const columns = registeredConnectorColumns(decision.connector);
                saveRow(statements, 'RegisteredConnector', columns, row?.id, decision.deleted);
              },
            };
      },
    };
  };
}

/** Nothing refers to these rows, so what is deleted is gone; its events stay. */
function saveRow(
  statements: Statements,
  table: 'ConnectorProfile' | 'RegisteredConnector',
  row: Row,
  existingId: string | undefined,
  deleted: true | undefined,
): void {
  if (existingId === undefined) {
    statements.insert(table, row);
  } else if (deleted) {
    statements.run(`DELETE FROM "${table}" WHERE id = ?`, existingId);
  } else {
    statements.update(table, 'id', existingId, row);
  }
}
