// The Service Bus namespace of one stack, with the queues that the app declares (shared/Ozg.Platform/Bus/BusTopology.cs). A test
// holds bus.json against that declaration.

@description('Globally unique: 6 to 50 letters, digits and hyphens.')
@minLength(6)
@maxLength(50)
param name string

param location string = resourceGroup().location

// Basic has neither duplicate detection nor topics.
@allowed(['Standard', 'Premium'])
param sku string = 'Standard'

var topology = loadJsonContent('bus.json')

resource namespace 'Microsoft.ServiceBus/namespaces@2024-01-01' = {
  name: name
  location: location
  sku: {
    name: sku
    tier: sku
  }
  properties: {
    disableLocalAuth: true // managed identity only: no connection string can leak
    minimumTlsVersion: '1.2'
  }
}

resource queues 'Microsoft.ServiceBus/namespaces/queues@2024-01-01' = [
  for queue in topology.queues: {
    parent: namespace
    name: queue.name
    properties: queue.properties
  }
]

@description('For the setting ServiceBus__fullyQualifiedNamespace.')
output fullyQualifiedNamespace string = '${namespace.name}.servicebus.windows.net'
