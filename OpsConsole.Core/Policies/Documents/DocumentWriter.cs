using System.Text;

namespace OpsConsole.Core.Policies.Documents;

/// <summary>
/// Writes the canonical text of a document: always the same members in the same order, a row to a line, and what is usual left out, so
/// that two versions differ in the lines that were changed.
/// </summary>
internal sealed class DocumentWriter(PolicyDocument document)
{
    private readonly StringBuilder _text = new();

    public string Write()
    {
        Line("id", YamlText.Of(document.Id));
        Line("title", YamlText.Of(document.Title));
        Line("owner", YamlText.Of(document.Owner));
        Line("source", YamlText.Of(document.Source));
        var scope = new FlowMap().Add("action-types", YamlText.List(document.ActionTypes));
        Line("governs", (document.CaseTypes.Count == 0 ? scope : scope.Add("case-types", YamlText.List(document.CaseTypes))).ToString());
        Line("from", document.From?.ToString("yyyy-MM-dd", null));
        Line("until", document.Until?.ToString("yyyy-MM-dd", null));
        Line("hit", "collect");
        Line("model", document.Model is null ? null : YamlText.Of(document.Model));
        List("given", document.Given, Input);
        List("inputs", document.Inputs, Input);
        List("rules", document.Rules, Rule);
        List("tests", document.Tests, Test);
        return _text.ToString();
    }

    private static string Input(DocumentInput input)
    {
        var map = new FlowMap().Add("name", YamlText.Of(input.Name)).Add("expression", YamlText.Of(input.Expression));
        return (input.Values is null ? map : map.Add("values", YamlText.Of(input.Values))).ToString();
    }

    private static string Test(PolicyTest test)
    {
        var expect = new FlowMap().Add("verdict", YamlText.Of(test.Verdict)).AddText("approver", test.Approver).AddList("rules", test.Rules);
        return new FlowMap().Add("name", YamlText.Of(test.Name)).Add("input", YamlText.Json(test.InputJson)).Add("expect", expect.ToString()).ToString();
    }

    private string Rule(DocumentRule rule)
    {
        var when = new FlowMap();
        for (var column = 0; column < rule.Cells.Count && column < document.Inputs.Count; column++)
        {
            if (rule.Cells[column] != "-")
            {
                when.Add(YamlText.Of(document.Inputs[column].Name), YamlText.Of(rule.Cells[column]));
            }
        }

        var map = new FlowMap().Add("id", YamlText.Of(rule.Id));
        if (!when.IsEmpty)
        {
            map.Add("when", when.ToString());
        }

        map.Add("verdict", YamlText.Of(rule.Verdict)).AddText("approver", rule.Approver);
        if (rule.Quorum != 1)
        {
            map.Add("quorum", rule.Quorum.ToString(null, null));
        }

        return map.AddFlag("no-self-approval", rule.NoSelfApproval).AddFlag("blind", rule.Blind).AddText("expires", rule.Expires)
            .AddList("notify", rule.Notify).AddList("attach", rule.Attach).Add("reason", YamlText.Of(rule.Reason)).AddText("cites", rule.Cites).ToString();
    }

    private void Line(string name, string? value)
    {
        if (value is not null)
        {
            _text.Append(name).Append(": ").Append(value).Append('\n');
        }
    }

    private void List<T>(string name, IReadOnlyList<T> items, Func<T, string> write)
    {
        if (items.Count > 0)
        {
            _text.Append(name).Append(":\n");
            foreach (var item in items)
            {
                _text.Append("  - ").Append(write(item)).Append('\n');
            }
        }
    }

    /// <summary>A map on one line.</summary>
    private sealed class FlowMap
    {
        private readonly StringBuilder _members = new();

        public bool IsEmpty => _members.Length == 0;

        public FlowMap Add(string name, string value)
        {
            _members.Append(IsEmpty ? "" : ", ").Append(name).Append(": ").Append(value);
            return this;
        }

        public FlowMap AddText(string name, string text) => text.Length == 0 ? this : Add(name, YamlText.Of(text));

        public FlowMap AddFlag(string name, bool flag) => flag ? Add(name, "true") : this;

        public FlowMap AddList(string name, IReadOnlyList<string> texts) => texts.Count == 0 ? this : Add(name, YamlText.List(texts));

        public override string ToString() => $"{{ {_members} }}";
    }
}
