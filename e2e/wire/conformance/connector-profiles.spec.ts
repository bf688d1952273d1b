import {
  CreateConnectorProfileCommand,
  CreateFlowCommand,
  DeleteConnectorProfileCommand,
  DescribeConnectorProfilesCommand,
  paginateDescribeConnectorProfiles,
  RegisterConnectorCommand,
  UpdateConnectorProfileCommand,
  UpdateFlowCommand,
} from '@aws-sdk/client-appflow';
import { region } from '../../fixtures';
import { conformance, expect, smallQuotas } from './conformance';
import {
  connectorRequest,
  customProfileRequest,
  fails,
  flowOf,
  profileRequest,
  refuses,
} from './connector-requests';

const connectorProfileName = 'crm';
const missing = 'Connector Profile with name crm does not exist.';

conformance('CreateConnectorProfile', (behaves) => {
  behaves('A', 'a profile is made and tells its ARN', async ({ appflow, account }) => {
    expect(await appflow.send(new CreateConnectorProfileCommand(profileRequest('crm')))).toMatchObject({
      connectorProfileArn: `arn:aws:appflow:${region}:${account}:connectorprofile/crm`,
    });
  });

  behaves('A', 'the same client token makes the profile once', async ({ appflow }) => {
    const create = () =>
      appflow.send(new CreateConnectorProfileCommand({ ...profileRequest('crm'), clientToken: 'again' }));
    const [one, other] = await Promise.all([create(), create()]);
    expect(other.connectorProfileArn).toBe(one.connectorProfileArn);
  });

  behaves('A', 'a name is taken as long as its profile is there', async ({ appflow, refused }) => {
    const command = new CreateConnectorProfileCommand(profileRequest('crm'));
    await appflow.send(command);
    await refused(appflow.send(command), 'ConflictException');
    await appflow.send(new DeleteConnectorProfileCommand({ connectorProfileName }));
    await appflow.send(command);
  });

  behaves('S', 'properties of another connector type are refused', async ({ appflow, refused }) => {
    const request = { ...profileRequest('crm'), connectorType: 'Zendesk' } as const;
    await refused(appflow.send(new CreateConnectorProfileCommand(request)), 'ValidationException');
  });

  behaves('S', 'credentials that ask for it are refused by the application', async ({ appflow, refused }) => {
    const request = profileRequest('crm', refuses);
    await refused(
      appflow.send(new CreateConnectorProfileCommand(request)),
      'ConnectorAuthenticationException',
    );
  });

  behaves('A', 'an account has so many profiles as its quota says', async ({ appflowWith, refused }) => {
    const appflow = await appflowWith(smallQuotas);
    await appflow.send(new CreateConnectorProfileCommand(profileRequest('one')));
    await refused(
      appflow.send(new CreateConnectorProfileCommand(profileRequest('two'))),
      'ServiceQuotaExceededException',
    );
  });
});

conformance('DescribeConnectorProfiles', (behaves) => {
  behaves('A', 'a profile is told without its credentials', async ({ appflow, account }) => {
    await appflow.send(new CreateConnectorProfileCommand(profileRequest('crm')));
    const { connectorProfileDetails } = await appflow.send(new DescribeConnectorProfilesCommand({}));
    expect(connectorProfileDetails).toMatchObject([
      {
        connectorProfileArn: `arn:aws:appflow:${region}:${account}:connectorprofile/crm`,
        connectorType: 'Salesforce',
        connectionMode: 'Public',
        connectorProfileProperties: { Salesforce: { instanceUrl: 'https://acme.my.salesforce.example' } },
        createdAt: expect.any(Date),
      },
    ]);
    expect(JSON.stringify(connectorProfileDetails)).not.toContain('hush');
  });

  behaves('A', 'profiles are found by name and by connector type', async ({ appflow }) => {
    await appflow.send(new CreateConnectorProfileCommand(profileRequest('crm')));
    await appflow.send(new CreateConnectorProfileCommand(profileRequest('other')));
    const named = async (input: { connectorProfileNames?: string[]; connectorType?: 'Zendesk' }) =>
      (await appflow.send(new DescribeConnectorProfilesCommand(input))).connectorProfileDetails?.map(
        (profile) => profile.connectorProfileName,
      );
    expect(await named({ connectorProfileNames: ['other', 'nothing'] })).toEqual(['other']);
    expect(await named({ connectorType: 'Zendesk' })).toEqual([]);
  });

  behaves('A', 'the paginator sees every profile once', async ({ appflow }) => {
    const names = Array.from({ length: 5 }, (_, index) => `profile-${index}`);
    await Promise.all(
      names.map((name) => appflow.send(new CreateConnectorProfileCommand(profileRequest(name)))),
    );
    const seen: (string | undefined)[] = [];
    for await (const page of paginateDescribeConnectorProfiles({ client: appflow, pageSize: 2 }, {})) {
      seen.push(...(page.connectorProfileDetails ?? []).map((profile) => profile.connectorProfileName));
    }
    expect(seen).toEqual(names);
  });

  behaves('A', 'a page token that it did not give is refused', async ({ appflow, refused }) => {
    const command = new DescribeConnectorProfilesCommand({ nextToken: 'nonsense' });
    await refused(appflow.send(command), 'ValidationException');
  });
});

conformance('UpdateConnectorProfile', (behaves) => {
  behaves('A', 'what is given replaces what was there', async ({ appflow, account }) => {
    await appflow.send(new CreateConnectorProfileCommand(profileRequest('crm')));
    const connectorProfileConfig = {
      connectorProfileProperties: { Salesforce: { isSandboxEnvironment: true } },
    };
    const update = { connectorProfileName, connectionMode: 'Private', connectorProfileConfig } as const;
    expect(await appflow.send(new UpdateConnectorProfileCommand(update))).toMatchObject({
      connectorProfileArn: `arn:aws:appflow:${region}:${account}:connectorprofile/crm`,
    });
    const { connectorProfileDetails } = await appflow.send(new DescribeConnectorProfilesCommand({}));
    expect(connectorProfileDetails).toMatchObject([
      {
        connectionMode: 'Private',
        connectorProfileProperties: { Salesforce: { isSandboxEnvironment: true } },
      },
    ]);
  });

  behaves('S', 'the same client token with other parameters is a conflict', async ({ appflow, refused }) => {
    const update = { ...profileRequest('crm'), clientToken: 'again' };
    await appflow.send(new CreateConnectorProfileCommand(profileRequest('crm')));
    await appflow.send(new UpdateConnectorProfileCommand(update));
    await appflow.send(new UpdateConnectorProfileCommand(update));
    await refused(
      appflow.send(new UpdateConnectorProfileCommand({ ...update, connectionMode: 'Private' })),
      'ConflictException',
    );
  });

  behaves('S', 'credentials that ask for it are refused by the application', async ({ appflow, refused }) => {
    await appflow.send(new CreateConnectorProfileCommand(profileRequest('crm')));
    await refused(
      appflow.send(new UpdateConnectorProfileCommand(profileRequest('crm', refuses))),
      'ConnectorAuthenticationException',
    );
  });

  behaves('S', 'properties of another connector type are refused', async ({ appflow, refused }) => {
    await appflow.send(new CreateConnectorProfileCommand(profileRequest('crm')));
    const connectorProfileConfig = {
      connectorProfileProperties: { Zendesk: { instanceUrl: 'https://acme.zendesk.example' } },
    };
    const update = { ...profileRequest('crm'), connectorProfileConfig };
    await refused(appflow.send(new UpdateConnectorProfileCommand(update)), 'ValidationException');
  });

  behaves('B', 'an unknown name is not found', async ({ appflow, refused }) => {
    const command = new UpdateConnectorProfileCommand(profileRequest('crm'));
    await refused(appflow.send(command), 'ResourceNotFoundException', missing);
  });
});

conformance('DeleteConnectorProfile', (behaves) => {
  behaves('A', 'a profile that no flow uses is deleted', async ({ appflow }) => {
    await appflow.send(new CreateConnectorProfileCommand(profileRequest('crm')));
    await appflow.send(new DeleteConnectorProfileCommand({ connectorProfileName }));
    expect(await appflow.send(new DescribeConnectorProfilesCommand({}))).toMatchObject({
      connectorProfileDetails: [],
    });
  });

  behaves(
    'A',
    'a profile that a flow uses is deleted only with forceDelete',
    async ({ appflow, refused }) => {
      await appflow.send(new CreateConnectorProfileCommand(profileRequest('crm')));
      await appflow.send(new CreateFlowCommand(flowOf('export', { connectorProfileName })));
      await refused(
        appflow.send(new DeleteConnectorProfileCommand({ connectorProfileName })),
        'ConflictException',
      );
      await appflow.send(new DeleteConnectorProfileCommand({ connectorProfileName, forceDelete: true }));
    },
  );

  behaves('B', 'an unknown name is not found', async ({ appflow, refused }) => {
    const command = new DeleteConnectorProfileCommand({ connectorProfileName });
    await refused(appflow.send(command), 'ResourceNotFoundException', missing);
  });
});

conformance('CreateFlow', (behaves) => {
  behaves('A', 'a connector profile that it names must exist', async ({ appflow, refused }) => {
    const command = new CreateFlowCommand(flowOf('export', { connectorProfileName }));
    await refused(appflow.send(command), 'ResourceNotFoundException', missing);
    await appflow.send(new CreateConnectorProfileCommand(profileRequest('crm')));
    await appflow.send(command);
  });

  behaves('S', 'a connector profile of another connector type is refused', async ({ appflow, refused }) => {
    await appflow.send(new RegisterConnectorCommand(connectorRequest('stripe')));
    await appflow.send(new CreateConnectorProfileCommand(customProfileRequest('crm', 'stripe')));
    await refused(
      appflow.send(new CreateFlowCommand(flowOf('export', { connectorProfileName }))),
      'ValidationException',
    );
  });

  behaves(
    'S',
    'objects that ask for it are refused by the application, or fail',
    async ({ appflow, refused }) => {
      const send = (object: string) => appflow.send(new CreateFlowCommand(flowOf('export', { object })));
      await refused(send(refuses), 'ConnectorAuthenticationException');
      await refused(send(fails), 'ConnectorServerException');
    },
  );
});

conformance('UpdateFlow', (behaves) => {
  behaves(
    'S',
    'objects that ask for it are refused by the application, or fail',
    async ({ appflow, refused }) => {
      await appflow.send(new CreateFlowCommand(flowOf('export', {})));
      const send = (object: string) => appflow.send(new UpdateFlowCommand(flowOf('export', { object })));
      await refused(send(refuses), 'ConnectorAuthenticationException');
      await refused(send(fails), 'ConnectorServerException');
    },
  );
});
