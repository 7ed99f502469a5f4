using OpsConsole.Core.Cases.Searching;

namespace OpsConsole.Cases;

/// <summary>
/// The rows that a person sees. They change in place while the world moves: a row never jumps under the pointer. What would come in
/// between is counted as waiting, and comes when the person asks for it.
/// </summary>
public sealed class QueueRows
{
    private List<CaseRow> _rows = [];

    public IReadOnlyList<CaseRow> Shown => _rows;

    public CaseCursor? Next { get; private set; }

    /// <summary>How many rows belong among the shown ones and are not shown.</summary>
    public int Waiting { get; private set; }

    public void Replace(CasePage page) => (_rows, Next, Waiting) = ([.. page.Rows], page.Next, 0);

    public void Append(CasePage page)
    {
        var known = _rows.Select(row => row.Id).ToHashSet();
        _rows.AddRange(page.Rows.Where(row => !known.Contains(row.Id)));
        Next = page.Next;
    }

    /// <summary>Takes in the same list read anew, at least as many rows as are shown.</summary>
    public void Refresh(CasePage fresh)
    {
        if (_rows.Count == 0)
        {
            Replace(fresh);
            return;
        }

        var byId = fresh.Rows.ToDictionary(row => row.Id);
        var known = _rows.Select(row => row.Id).ToHashSet();
        _rows = [.. _rows.Select(row => byId.GetValueOrDefault(row.Id, row))];
        var window = Next is null ? fresh.Rows : fresh.Rows.Take(_rows.Count);
        Waiting = window.Count(row => !known.Contains(row.Id));
    }
}
