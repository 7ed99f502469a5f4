using OpsConsole.Core.Policies.Documents;
using OpsConsole.Core.Policies.Authoring;
using OpsConsole.Policies.Editing;

namespace OpsConsole.Policies.Drafting;

/// <summary>Edits of the draft beyond its cells.</summary>
public sealed partial class DraftPage
{
    /// <summary>Something in the sheet changed: it is judged anew, and stored in a moment.</summary>
    private Task ChangedAsync()
    {
        _said = null;
        if (CanEdit && !ReferenceEquals(_sheet!.Document, _judged?.Document))
        {
            _saving!.Typed(_sheet.Document);
            Judge();
        }

        return Task.CompletedTask;
    }

    private Task UndoAsync()
    {
        _sheet!.Undo();
        return ChangedAsync();
    }

    private Task AddRuleAsync()
    {
        _said = _sheet!.InsertRule();
        return ChangedAsync();
    }

    private Task RemoveRowsAsync()
    {
        _sheet!.RemoveRules();
        return ChangedAsync();
    }

    private void OpenActive() => _overlay = new Overlay.Rule(_sheet!.Active.Row);

    private void Close() => (_overlay, _dialogRefusal) = (null, null);

    private Task KeepRuleAsync((int Row, DocumentRule Rule) kept) => EditAsync(() => _sheet!.SetRule(kept.Row, kept.Rule));

    private Task RemoveRuleAsync(int row) => EditAsync(() => _sheet!.RemoveRule(row));

    private Task KeepInputAsync((int At, DocumentInput Input) kept) => EditAsync(() =>
    {
        if (kept.At >= 0)
        {
            _sheet!.SetInput(kept.At, kept.Input);
        }
        else
        {
            var active = _sheet!.ActiveColumn;
            _sheet.InsertInput(active.Kind == SheetColumnKind.Input ? active.Input + 1 : _sheet.Document.Inputs.Count, kept.Input);
        }
    });

    private Task RemoveInputAsync(int at) => EditAsync(() => _sheet!.RemoveInput(at));

    private Task KeepDocumentAsync(PolicyDocument document) => EditAsync(() =>
    {
        _sheet!.Replace(document, "about the policy");
        _words = desk.Words(document);
    });

    private Task KeepTestAsync((int At, PolicyTest Test) kept) => EditAsync(() =>
    {
        var document = _sheet!.Document;
        IReadOnlyList<PolicyTest> all = kept.At < 0 ? [.. document.Tests, kept.Test] : [.. document.Tests.Select((test, at) => at == kept.At ? kept.Test : test)];
        _sheet.Replace(document with { Tests = all }, $"test {kept.Test.Name}");
    });

    private Task RemoveTestAsync(int at) => EditAsync(() =>
    {
        var document = _sheet!.Document;
        _sheet.Replace(document with { Tests = [.. document.Tests.Where((_, index) => index != at)] }, $"removal of test {document.Tests[at].Name}");
    });

    /// <summary>What the draft says to the example now becomes a test: from now on it must say so.</summary>
    private async Task AddTestFromExampleAsync()
    {
        if (_example is null || await current.FindAsync(Leaving) is not { } actor)
        {
            return;
        }

        switch (await tests.MakeAsync(actor, _sheet!.Document, _example.Record.Id, Leaving))
        {
            case TestsOutcome.Made made:
                await KeepTestAsync((-1, made.Test));
                break;
            case TestsOutcome.Faulty faulty:
                _refusal = new ErrorText("No test was made", PolicyFaultText.Of(_sheet.Document, faulty.Faults[0]), "Put it right first.");
                break;
            case TestsOutcome.Forbidden forbidden:
                _refusal = ErrorText.Of(forbidden.Missing);
                break;
            default:
                _refusal = new ErrorText("No test was made", "The input of that decision cannot be read.", "Choose another one.");
                break;
        }
    }

    private Task EditAsync(Action edit)
    {
        edit();
        Close();
        return ChangedAsync();
    }
}
