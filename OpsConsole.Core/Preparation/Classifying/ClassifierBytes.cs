using System.IO.Compression;
using System.Text;

namespace OpsConsole.Core.Preparation.Classifying;

/// <summary>All that a classifier is.</summary>
internal sealed record ClassifierParts(
    IReadOnlyList<string> Types, FeatureSpace Space, LinearModel Which, LinearModel? Whether, double Temperature, double Several);

/// <summary>A classifier as compressed bytes. Weights are kept as whole numbers from -127 to 127 of their feature's unit; learning has rounded them to that.</summary>
internal static class ClassifierBytes
{
    private const int Form = 1;
    private const int MostNames = 4_000_000;
    private const int MostTypes = 1_000;

    public static byte[] Write(ClassifierParts parts)
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(new BufferedStream(new BrotliStream(bytes, CompressionLevel.Fastest), 1 << 16), Encoding.UTF8))
        {
            writer.Write(Form);
            writer.Write(parts.Temperature);
            writer.Write(parts.Several);
            Write(writer, parts.Types);
            Write(writer, parts.Space.Names);
            foreach (var rarity in parts.Space.Rarity)
            {
                writer.Write(rarity);
            }

            Write(writer, parts.Which);
            writer.Write(parts.Whether is not null);
            if (parts.Whether is not null)
            {
                Write(writer, parts.Whether);
            }
        }

        return bytes.ToArray();
    }

    public static ClassifierParts? Read(byte[] bytes)
    {
        try
        {
            using var reader = new BinaryReader(new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress), Encoding.UTF8);
            return reader.ReadInt32() == Form ? Read(reader) : null;
        }
        catch (Exception failure) when (failure is IOException or InvalidOperationException or InvalidDataException or ArgumentException)
        {
            return null;
        }
    }

    private static ClassifierParts Read(BinaryReader reader)
    {
        var (temperature, several) = (reader.ReadDouble(), reader.ReadDouble());
        var types = Texts(reader, MostTypes);
        var names = Texts(reader, MostNames);
        var space = new FeatureSpace(names, [.. names.Select(_ => reader.ReadSingle())]);
        var which = Model(reader, types.Count, names.Count);
        return new ClassifierParts(types, space, which, reader.ReadBoolean() ? Model(reader, types.Count, names.Count) : null, temperature, several);
    }

    private static void Write(BinaryWriter writer, IReadOnlyList<string> texts)
    {
        writer.Write(texts.Count);
        foreach (var text in texts)
        {
            writer.Write(text);
        }
    }

    private static List<string> Texts(BinaryReader reader, int most)
    {
        var count = reader.ReadInt32();
        return count < 0 || count > most ? throw new InvalidDataException("More than a classifier has.") : [.. Enumerable.Range(0, count).Select(_ => reader.ReadString())];
    }

    private static void Write(BinaryWriter writer, LinearModel model)
    {
        for (var type = 0; type < model.Types; type++)
        {
            writer.Write(model.Bias[type]);
        }

        for (var feature = 0; feature < model.Weights.Length / model.Width; feature++)
        {
            var unit = model.UnitOf(feature);
            writer.Write(unit);
            for (var type = 0; type < model.Types; type++)
            {
                writer.Write(unit == 0 ? (sbyte)0 : (sbyte)MathF.Round(model.Weight(feature, type) / unit));
            }
        }
    }

    private static LinearModel Model(BinaryReader reader, int types, int features)
    {
        var width = LinearModel.WidthOf(types);
        var (weights, bias) = (new float[features * width], new float[width]);
        for (var type = 0; type < types; type++)
        {
            bias[type] = reader.ReadSingle();
        }

        for (var feature = 0; feature < features; feature++)
        {
            var unit = reader.ReadSingle();
            for (var type = 0; type < types; type++)
            {
                weights[feature * width + type] = reader.ReadSByte() * unit;
            }
        }

        return LinearModel.Of(types, weights, bias);
    }
}
