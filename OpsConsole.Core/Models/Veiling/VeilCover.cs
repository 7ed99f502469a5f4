using System.Text;

namespace OpsConsole.Core.Models.Veiling;

/// <summary>Writes one text with everything hidden in it replaced.</summary>
internal sealed class VeilCover(FoldedText text, IReadOnlyList<VeiledValue> hidden, Veil veil)
{
    private readonly List<Place> _places = [];

    /// <param name="Exactly">Whether what stands there must come back as it stands, rather than as the value is usually written.</param>
    private readonly record struct Place(int Start, int End, string Kind, VeiledValue? Value, bool Exactly);

    public string Write()
    {
        foreach (var (placeholder, at, length) in Placeholders.FindPlaces(text.Decoded.Text))
        {
            if (veil.IsTaken(placeholder))
            {
                var (start, end) = text.Decoded.Range(at, length);
                _places.Add(new Place(start, end, "text", null, true));
            }
        }

        foreach (var (kind, value) in FreePatterns.Find(text.Decoded.Text).ToList())
        {
            veil.Enter(kind, value.Trim());
        }

        foreach (var value in hidden.ToList())
        {
            foreach (var form in value.Forms)
            {
                Find(value, form);
            }
        }

        return _places.Count == 0 ? text.Source : Replace();
    }

    private void Find(VeiledValue value, VeiledForm form)
    {
        var mapped = form.IsCompact ? text.Compact : text.Letters;
        for (var at = mapped.Text.IndexOf(form.Text, StringComparison.Ordinal); at >= 0; at = at + 1 < mapped.Text.Length ? mapped.Text.IndexOf(form.Text, at + 1, StringComparison.Ordinal) : -1)
        {
            var (start, end) = mapped.Range(at, form.Text.Length);
            if ((!form.NeedsEdges || HasEdges(start, end)) && (!form.NeedsCapital || char.IsUpper(text.Source[start])))
            {
                _places.Add(new Place(start, end, value.Kind, value, !form.IsSame));
            }
        }
    }

    private bool HasEdges(int start, int end) =>
        (start == 0 || !char.IsLetterOrDigit(text.Source[start - 1])) && (end == text.Source.Length || !char.IsLetterOrDigit(text.Source[end]));

    /// <summary>Leftmost first, the longest of those that begin together; what reaches beyond it is hidden as a fragment of its own.</summary>
    private string Replace()
    {
        _places.Sort((left, right) => left.Start != right.Start ? left.Start.CompareTo(right.Start) : right.End.CompareTo(left.End));
        var written = new StringBuilder(text.Source.Length);
        var done = 0;
        for (var index = 0; index < _places.Count; index++)
        {
            var place = _places[index];
            if (place.End <= done)
            {
                continue;
            }

            written.Append(text.Source, done, Math.Max(0, place.Start - done));
            var start = Math.Max(place.Start, done);
            written.Append(Stand(place, start, index));
            done = place.End;
        }

        return written.Append(text.Source, done, text.Source.Length - done).ToString();
    }

    private string Stand(Place place, int start, int index)
    {
        var isSecret = place.Kind == Veil.Secret || _places.Skip(index + 1).TakeWhile(other => other.Start < place.End).Any(other => other.Kind == Veil.Secret);
        if (isSecret && place.Kind != Veil.Secret)
        {
            return veil.EnterFragment(Veil.Secret, text.Source[start..place.End]).Placeholder;
        }

        return place is { Value: { } whole, Exactly: false } && start == place.Start
            ? whole.Placeholder
            : veil.EnterFragment(place.Kind, text.Source[start..place.End]).Placeholder;
    }
}
