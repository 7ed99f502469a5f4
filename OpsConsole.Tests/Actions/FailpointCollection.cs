using OpsConsole.Core.Foundation.Failpoints;

namespace OpsConsole.Tests.Actions;

/// <summary>Tests that arm failpoints, or would walk into an armed one, run one after the other.</summary>
[CollectionDefinition(nameof(Failpoint), DisableParallelization = true)]
public sealed class FailpointCollection;
