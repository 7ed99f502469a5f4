using System.Text.Json.Nodes;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Connectors.OpenApi;
using Xunit.Abstractions;

namespace OpsConsole.Tests.Connectors.OpenApi;

public sealed class RealDocumentsTests(ITestOutputHelper output)
{
    public static TheoryData<string> Documents()
    {
        var data = new TheoryData<string>();
        foreach (var file in SharedMaterial.Find("data", "openapi") is { } folder ? Directory.EnumerateFiles(folder).Where(file => !file.EndsWith(".md", StringComparison.Ordinal)).Order().ToArray() : [""])
        {
            data.Add(file);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Read_ADocumentOfAVendor_GivesOperationsWhoseSchemasAreComplete(string file)
    {
        if (file.Length == 0)
        {
            output.WriteLine("Skipped: ../shared/data/openapi is not here.");
            return;
        }

        var document = Assert.IsType<DocumentResult.Read>(ApiReader.Read(File.ReadAllText(file))).Document;
        output.WriteLine($"{Path.GetFileName(file)}: {document.Title} {document.Version}, {document.Operations.Count} operations, {document.Unusable.Count} unusable, servers {string.Join(" ", document.Servers)}, schemes {string.Join(" ", document.Schemes.Select(scheme => scheme.Kind))}");
        foreach (var reason in document.Unusable.CountBy(operation => operation.Reason))
        {
            output.WriteLine($"  {reason.Value} × {reason.Key}");
        }

        Assert.NotEmpty(document.Operations);
        Assert.All(document.Operations, operation =>
        {
            Assert.Equal(operation.Arguments.Select(argument => argument.Name), operation.Parameters["properties"]!.AsObject().Select(member => member.Key));
            Assert.DoesNotContain("#/components/", operation.Parameters.ToJsonString(), StringComparison.Ordinal);
            Assert.DoesNotContain(ParameterSchema.Validate(operation.Parameters, new JsonObject { ["no such parameter"] = 1 }), fault => fault.Contains("cannot be checked", StringComparison.Ordinal));
        });
    }
}
