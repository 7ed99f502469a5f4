using System.Globalization;
using System.Xml;
using OpsConsole.Core.Foundation.Dmn;
using OpsConsole.Core.Foundation.Dmn.Evaluating;
using OpsConsole.Core.Foundation.Dmn.Model;
using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Bench.Tck;

/// <summary>
/// Runs the cases of a DMN Technology Compatibility Kit: folders of models (<c>*.dmn</c>) and test files (<c>*-test-*.xml</c>). A case passes when
/// the result node is what is expected; an expected error is an error or null.
/// </summary>
internal static class KitRunner
{
    /// <param name="folder">The kit; folders are looked through at any depth.</param>
    /// <param name="only">Only files with this in their path; null for all.</param>
    /// <param name="rewrite">What is done with each model that was read before it is run.</param>
    public static IEnumerable<KitOutcome> Run(string folder, string? only, Func<DmnModel, DmnReading> rewrite)
    {
        var files = Directory.EnumerateFiles(folder, "*.xml", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file).Contains("-test-", StringComparison.Ordinal))
            .Where(file => only is null || file.Contains(only, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        foreach (var group in files.GroupBy(Path.GetDirectoryName))
        {
            var models = new KitModels(rewrite);
            foreach (var outcome in group.SelectMany(file => RunFile(file, models)))
            {
                yield return outcome;
            }
        }
    }

    private static IEnumerable<KitOutcome> RunFile(string file, KitModels models)
    {
        List<KitCase> cases;
        string? unreadable = null;
        try
        {
            cases = [.. KitCase.Read(file)];
        }
        catch (XmlException fault)
        {
            cases = [];
            unreadable = fault.Message;
        }

        if (unreadable is not null)
        {
            var none = new System.Xml.Linq.XElement("none");
            yield return new KitOutcome(new KitCase(0, Path.GetFileName(file), "", "", "", null, none, none), false, "", "", "test file not read: " + unreadable);
        }

        foreach (var test in cases)
        {
            yield return RunCase(test, models);
        }
    }

    private static KitOutcome RunCase(KitCase test, KitModels models)
    {
        var (engine, reason) = models.Engine(test.ModelFile);
        if (engine is null)
        {
            return new KitOutcome(test, false, "", "", reason);
        }

        if (KitScope.Excludes(engine.Model, test.Invocable ?? test.Name) is { } excluded)
        {
            return new KitOutcome(test, null, "", "", excluded);
        }

        try
        {
            var expected = KitValues.Child(test.Result, "expected") is { } holder ? KitValues.Read(holder) : FeelValue.Null.Instance;
            var run = new FeelRun();
            var value = engine.Evaluate(run, test.Invocable ?? test.Name, Inputs(test));
            value = Output(engine.Model, test, value);
            var passed = test.ExpectsError ? value is FeelValue.Null : KitCompare.Same(expected, value);
            return new KitOutcome(test, passed, test.ExpectsError ? "an error" : KitCompare.Text(expected), KitCompare.Text(value), string.Join("; ", run.Problems));
        }
        catch (FormatException fault)
        {
            return new KitOutcome(test, false, "", "", fault.Message);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return new KitOutcome(test, false, "", "", $"a bug: {fault.GetType().Name}: {fault.Message}");
        }
    }

    /// <summary>A decision service with several outputs gives all of them; the case asks for one.</summary>
    private static FeelValue Output(DmnModel model, KitCase test, FeelValue value) =>
        value is FeelValue.Context context &&
        model.Elements.FirstOrDefault(element => element.Name == test.Invocable) is DmnService { OutputDecisions.Count: > 1 } &&
        test.Name != test.Invocable
            ? context.Members.Find(test.Name) ?? FeelValue.Null.Instance
            : value;

    private static DmnInputs Inputs(KitCase test)
    {
        var nodes = KitValues.Children(test.Test, "inputNode").Select(node => (Name: node.Attribute("name")?.Value ?? "", Space: node.Attribute("namespace")?.Value, Value: KitValues.Read(node))).ToList();
        var qualified = new Dictionary<(string, string), FeelValue>();
        foreach (var (name, space, value) in nodes.Where(node => node.Space is not null))
        {
            qualified[(space!, name)] = value;
        }

        var now = new FeelValue.Text(TimeProvider.System.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        return new DmnInputs(FeelMembers.Of(nodes.Select(node => KeyValuePair.Create(node.Name, node.Value)).Prepend(KeyValuePair.Create("now", (FeelValue)now))), qualified);
    }
}
