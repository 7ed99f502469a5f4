namespace OpsConsole.Tests.Journeys;

[CollectionDefinition(Browser.Tests)]
public sealed class BrowserTests : ICollectionFixture<Browser>;
