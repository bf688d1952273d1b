import {
  CreateConnectorProfileCommand,
  DescribeConnectorCommand,
  DescribeConnectorEntityCommand,
  DescribeConnectorsCommand,
  ListConnectorEntitiesCommand,
  ListConnectorsCommand,
  paginateDescribeConnectors,
  paginateListConnectors,
  RegisterConnectorCommand,
  ResetConnectorMetadataCacheCommand,
  UnregisterConnectorCommand,
  UpdateConnectorRegistrationCommand,
} from '@aws-sdk/client-appflow';
import { region } from '../../fixtures';
import { conformance, expect, smallQuotas } from './conformance';
import { connectorRequest, customProfileRequest, fails, profileRequest, refuses } from './connector-requests';

const connectorLabel = 'stripe';

conformance('DescribeConnectors', (behaves) => {
  behaves('A', 'the paginator sees every connector once', async ({ appflow }) => {
    const types: string[] = [];
    for await (const page of paginateDescribeConnectors({ client: appflow, pageSize: 7 }, {})) {
      types.push(...Object.keys(page.connectorConfigurations ?? {}));
    }
    expect(types).toHaveLength(23);
    expect(new Set(types).size).toBe(23);
  });

  behaves('A', 'those of some types are told', async ({ appflow }) => {
    const { connectorConfigurations = {} } = await appflow.send(
      new DescribeConnectorsCommand({ connectorTypes: ['Zendesk', 'S3'] }),
    );
    expect(Object.keys(connectorConfigurations).sort()).toEqual(['S3', 'Zendesk']);
  });

  behaves('A', 'a page token that it did not give is refused', async ({ appflow, refused }) => {
    const command = new DescribeConnectorsCommand({ nextToken: 'nonsense' });
    await refused(appflow.send(command), 'ValidationException');
  });
});

conformance('DescribeConnector', (behaves) => {
  behaves('A', 'what a connector can do is told', async ({ appflow }) => {
    const { connectorConfiguration } = await appflow.send(
      new DescribeConnectorCommand({ connectorType: 'Salesforce' }),
    );
    expect(connectorConfiguration).toMatchObject({
      canUseAsSource: true,
      canUseAsDestination: true,
      supportedTriggerTypes: ['Scheduled', 'OnDemand', 'Event'],
    });
  });

  behaves('A', 'a registered connector is told by its label', async ({ appflow, account }) => {
    await appflow.send(new RegisterConnectorCommand(connectorRequest('stripe')));
    const { connectorConfiguration } = await appflow.send(
      new DescribeConnectorCommand({ connectorType: 'CustomConnector', connectorLabel }),
    );
    expect(connectorConfiguration).toMatchObject({
      connectorArn: `arn:aws:appflow:${region}:${account}:connector/stripe`,
      registeredAt: expect.any(Date),
    });
  });

  behaves('A', 'a custom connector needs its label', async ({ appflow, refused }) => {
    const command = new DescribeConnectorCommand({ connectorType: 'CustomConnector' });
    await refused(appflow.send(command), 'ValidationException');
  });

  behaves('A', 'an unknown label is not found', async ({ appflow, refused }) => {
    const command = new DescribeConnectorCommand({ connectorType: 'CustomConnector', connectorLabel });
    await refused(appflow.send(command), 'ResourceNotFoundException');
  });
});

conformance('ListConnectorEntities', (behaves) => {
  behaves('A', 'the entities behind a profile come by category', async ({ appflow }) => {
    await appflow.send(new CreateConnectorProfileCommand(profileRequest('crm')));
    const { connectorEntityMap } = await appflow.send(
      new ListConnectorEntitiesCommand({ connectorProfileName: 'crm' }),
    );
    expect(connectorEntityMap?.Objects).toContainEqual(
      expect.objectContaining({ name: 'Account', hasNestedEntities: false }),
    );
  });

  behaves('A', 'entities come in pages, each once', async ({ appflow }) => {
    const page = async (more: { maxResults?: number; nextToken?: string }) => {
      const command = new ListConnectorEntitiesCommand({ connectorType: 'Salesforce', ...more });
      const { connectorEntityMap = {}, nextToken } = await appflow.send(command);
      const names = Object.values(connectorEntityMap).flatMap((group) => group.map(({ name }) => name));
      return { names, nextToken };
    };
    const seen: (string | undefined)[] = [];
    let nextToken: string | undefined;
    do {
      const { names, ...next } = await page({ maxResults: 3, nextToken });
      seen.push(...names);
      nextToken = next.nextToken;
    } while (nextToken !== undefined);
    expect(seen).toEqual((await page({})).names);
  });

  behaves('A', 'a connector type or a profile is needed', async ({ appflow, refused }) => {
    await refused(appflow.send(new ListConnectorEntitiesCommand({})), 'ValidationException');
  });

  behaves('B', 'an unknown profile is not found', async ({ appflow, refused }) => {
    await refused(
      appflow.send(new ListConnectorEntitiesCommand({ connectorProfileName: 'crm' })),
      'ResourceNotFoundException',
      'Connector Profile with name crm does not exist.',
    );
  });

  behaves(
    'S',
    'paths that ask for it are refused by the application, or fail',
    async ({ appflow, refused }) => {
      const send = (entitiesPath: string) =>
        appflow.send(new ListConnectorEntitiesCommand({ connectorType: 'Salesforce', entitiesPath }));
      await refused(send(refuses), 'ConnectorAuthenticationException');
      await refused(send(fails), 'ConnectorServerException');
    },
  );
});

conformance('DescribeConnectorEntity', (behaves) => {
  behaves('A', 'the fields of an entity are told', async ({ appflow }) => {
    const { connectorEntityFields } = await appflow.send(
      new DescribeConnectorEntityCommand({ connectorType: 'Salesforce', connectorEntityName: 'Account' }),
    );
    expect(connectorEntityFields).toContainEqual(expect.objectContaining({ identifier: 'AnnualRevenue' }));
  });

  behaves('A', 'a connector type or a profile is needed', async ({ appflow, refused }) => {
    const command = new DescribeConnectorEntityCommand({ connectorEntityName: 'Account' });
    await refused(appflow.send(command), 'ValidationException');
  });

  behaves('A', 'an unknown entity is not found', async ({ appflow, refused }) => {
    const input = { connectorType: 'Salesforce', connectorEntityName: 'Nothing' } as const;
    await refused(appflow.send(new DescribeConnectorEntityCommand(input)), 'ResourceNotFoundException');
  });

  behaves(
    'S',
    'entities that ask for it are refused by the application, or fail',
    async ({ appflow, refused }) => {
      const send = (connectorEntityName: string) =>
        appflow.send(
          new DescribeConnectorEntityCommand({ connectorType: 'Salesforce', connectorEntityName }),
        );
      await refused(send(refuses), 'ConnectorAuthenticationException');
      await refused(send(fails), 'ConnectorServerException');
    },
  );
});

conformance('ResetConnectorMetadataCache', (behaves) => {
  behaves('A', 'the cache behind a profile is reset', async ({ appflow }) => {
    await appflow.send(new CreateConnectorProfileCommand(profileRequest('crm')));
    const { $metadata } = await appflow.send(
      new ResetConnectorMetadataCacheCommand({ connectorProfileName: 'crm' }),
    );
    expect($metadata.httpStatusCode).toBe(200);
  });

  behaves('S', 'an entity that asks for it is being changed just now', async ({ appflow, refused }) => {
    const connectorEntityName = 'sluice-conflict-error';
    const command = new ResetConnectorMetadataCacheCommand({
      connectorType: 'Salesforce',
      connectorEntityName,
    });
    await refused(appflow.send(command), 'ConflictException');
  });

  behaves('S', 'a connector type or a profile is needed', async ({ appflow, refused }) => {
    await refused(appflow.send(new ResetConnectorMetadataCacheCommand({})), 'ValidationException');
  });

  behaves('A', 'an unknown profile is not found', async ({ appflow, refused }) => {
    await refused(
      appflow.send(new ResetConnectorMetadataCacheCommand({ connectorProfileName: 'crm' })),
      'ResourceNotFoundException',
      'Connector Profile with name crm does not exist.',
    );
  });
});

conformance('RegisterConnector', (behaves) => {
  behaves('A', 'a connector is registered under its label', async ({ appflow, account }) => {
    expect(await appflow.send(new RegisterConnectorCommand(connectorRequest('stripe')))).toMatchObject({
      connectorArn: `arn:aws:appflow:${region}:${account}:connector/stripe`,
    });
  });

  behaves('A', 'the same client token registers once', async ({ appflow }) => {
    const register = () =>
      appflow.send(new RegisterConnectorCommand({ ...connectorRequest('stripe'), clientToken: 'again' }));
    const [one, other] = await Promise.all([register(), register()]);
    expect(other.connectorArn).toBe(one.connectorArn);
  });

  behaves('A', 'a label is taken as long as its connector is there', async ({ appflow, refused }) => {
    const command = new RegisterConnectorCommand(connectorRequest('stripe'));
    await appflow.send(command);
    await refused(appflow.send(command), 'ConflictException');
  });

  behaves('S', 'a connector needs its Lambda function', async ({ appflow, refused }) => {
    await refused(appflow.send(new RegisterConnectorCommand({ connectorLabel })), 'ValidationException');
  });

  behaves('S', 'functions that ask for it refuse, or fail', async ({ appflow, refused }) => {
    const send = (lambda: string) =>
      appflow.send(new RegisterConnectorCommand(connectorRequest('stripe', lambda)));
    await refused(send(refuses), 'ConnectorAuthenticationException');
    await refused(send(fails), 'ConnectorServerException');
    await refused(send('sluice-resource-not-found-error'), 'ResourceNotFoundException');
  });

  behaves('A', 'an account has so many connectors as its quota says', async ({ appflowWith, refused }) => {
    const appflow = await appflowWith(smallQuotas);
    await appflow.send(new RegisterConnectorCommand(connectorRequest('one')));
    await refused(
      appflow.send(new RegisterConnectorCommand(connectorRequest('two'))),
      'ServiceQuotaExceededException',
    );
  });
});

conformance('ListConnectors', (behaves) => {
  behaves('S', 'registered connectors are listed, AWS’s own are not', async ({ appflow }) => {
    await appflow.send(new RegisterConnectorCommand(connectorRequest('stripe')));
    expect((await appflow.send(new ListConnectorsCommand({}))).connectors).toMatchObject([
      { connectorLabel, connectorType: 'CustomConnector', registeredAt: expect.any(Date) },
    ]);
  });

  behaves('A', 'the paginator sees every connector once', async ({ appflow }) => {
    const labels = Array.from({ length: 5 }, (_, index) => `connector-${index}`);
    await Promise.all(
      labels.map((label) => appflow.send(new RegisterConnectorCommand(connectorRequest(label)))),
    );
    const seen: (string | undefined)[] = [];
    for await (const page of paginateListConnectors({ client: appflow, pageSize: 2 }, {})) {
      seen.push(...(page.connectors ?? []).map((connector) => connector.connectorLabel));
    }
    expect(seen).toEqual(labels);
  });

  behaves('A', 'a page token that it did not give is refused', async ({ appflow, refused }) => {
    await refused(appflow.send(new ListConnectorsCommand({ nextToken: 'nonsense' })), 'ValidationException');
  });
});

conformance('UpdateConnectorRegistration', (behaves) => {
  behaves('A', 'what is given of a registration is changed', async ({ appflow }) => {
    await appflow.send(new RegisterConnectorCommand(connectorRequest('stripe')));
    await appflow.send(new UpdateConnectorRegistrationCommand({ connectorLabel, description: 'Payouts' }));
    expect((await appflow.send(new ListConnectorsCommand({}))).connectors).toMatchObject([
      { connectorLabel, connectorDescription: 'Payouts' },
    ]);
  });

  behaves('S', 'the same client token with other parameters is a conflict', async ({ appflow, refused }) => {
    await appflow.send(new RegisterConnectorCommand(connectorRequest('stripe')));
    const update = { connectorLabel, description: 'Payouts', clientToken: 'again' };
    await appflow.send(new UpdateConnectorRegistrationCommand(update));
    await appflow.send(new UpdateConnectorRegistrationCommand(update));
    await refused(
      appflow.send(new UpdateConnectorRegistrationCommand({ ...update, description: 'Fees' })),
      'ConflictException',
    );
  });

  behaves('S', 'a provisioning without a Lambda function is refused', async ({ appflow, refused }) => {
    await appflow.send(new RegisterConnectorCommand(connectorRequest('stripe')));
    const update = { connectorLabel, connectorProvisioningConfig: {} };
    await refused(appflow.send(new UpdateConnectorRegistrationCommand(update)), 'ValidationException');
  });

  behaves('S', 'functions that ask for it refuse, or fail', async ({ appflow, refused }) => {
    await appflow.send(new RegisterConnectorCommand(connectorRequest('stripe')));
    const send = (lambda: string) => {
      const { connectorProvisioningConfig } = connectorRequest('stripe', lambda);
      const update = { connectorLabel, connectorProvisioningConfig };
      return appflow.send(new UpdateConnectorRegistrationCommand(update));
    };
    await refused(send(refuses), 'ConnectorAuthenticationException');
    await refused(send(fails), 'ConnectorServerException');
    await refused(send('sluice-service-quota-error'), 'ServiceQuotaExceededException');
  });

  behaves('A', 'an unknown label is not found', async ({ appflow, refused }) => {
    const command = new UpdateConnectorRegistrationCommand({ connectorLabel });
    await refused(appflow.send(command), 'ResourceNotFoundException');
  });
});

conformance('UnregisterConnector', (behaves) => {
  behaves('A', 'a connector that no profile uses is unregistered', async ({ appflow }) => {
    await appflow.send(new RegisterConnectorCommand(connectorRequest('stripe')));
    await appflow.send(new UnregisterConnectorCommand({ connectorLabel }));
    expect((await appflow.send(new ListConnectorsCommand({}))).connectors).toEqual([]);
  });

  behaves(
    'A',
    'a connector that a profile uses is unregistered only with forceDelete',
    async ({ appflow, refused }) => {
      await appflow.send(new RegisterConnectorCommand(connectorRequest('stripe')));
      await appflow.send(new CreateConnectorProfileCommand(customProfileRequest('payouts', 'stripe')));
      await refused(appflow.send(new UnregisterConnectorCommand({ connectorLabel })), 'ConflictException');
      await appflow.send(new UnregisterConnectorCommand({ connectorLabel, forceDelete: true }));
    },
  );

  behaves('A', 'an unknown label is not found', async ({ appflow, refused }) => {
    const command = new UnregisterConnectorCommand({ connectorLabel });
    await refused(appflow.send(command), 'ResourceNotFoundException');
  });
});
