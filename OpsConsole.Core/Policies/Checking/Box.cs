using OpsConsole.Core.Policies.Judging;

namespace OpsConsole.Core.Policies.Checking;

/// <summary>A part of a table's input space: for each dimension some of its classes, in every combination.</summary>
/// <param name="classes">In order.</param>
internal sealed class Box(IReadOnlyList<int[]> classes)
{
    private readonly ulong[][] _bits = [.. classes.Select(Bits)];

    /// <summary>For each dimension the places of the classes.</summary>
    public IReadOnlyList<int[]> Classes { get; } = classes;

    public bool IsEmpty => Classes.Any(chosen => chosen.Length == 0);

    public Box With(int dimension, int[] chosen) => new([.. Classes.Select((own, index) => index == dimension ? chosen : own)]);

    /// <summary>What lies in both; null when nothing does.</summary>
    public Box? And(Box other)
    {
        if (!Meets(other))
        {
            return null;
        }

        return new Box([.. Classes.Select((own, dimension) => own.Where(index => Has(other._bits[dimension], index)).ToArray())]);
    }

    public bool Meets(Box other)
    {
        for (var dimension = 0; dimension < _bits.Length; dimension++)
        {
            if (!HaveCommon(_bits[dimension], other._bits[dimension]))
            {
                return false;
            }
        }

        return true;
    }

    public bool Holds(Box other)
    {
        for (var dimension = 0; dimension < _bits.Length; dimension++)
        {
            for (var word = 0; word < other._bits[dimension].Length; word++)
            {
                var more = other._bits[dimension][word] & ~(word < _bits[dimension].Length ? _bits[dimension][word] : 0);
                if (more != 0)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static bool HaveCommon(ulong[] one, ulong[] other)
    {
        for (var word = 0; word < Math.Min(one.Length, other.Length); word++)
        {
            if ((one[word] & other[word]) != 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Has(ulong[] bits, int index) => index / 64 < bits.Length && (bits[index / 64] & RowMarks.Bit(index)) != 0;

    private static ulong[] Bits(int[] classes)
    {
        var bits = new ulong[classes.Length == 0 ? 0 : (classes[^1] / 64) + 1];
        foreach (var index in classes)
        {
            bits[index / 64] |= RowMarks.Bit(index);
        }

        return bits;
    }
}
