using OpsConsole.Core.Cases;
using OpsConsole.Core.Foundation.Storage;

namespace OpsConsole.Tests.Preparation.Learning;

/// <summary>Resolved cases of the service desk in words that the pack's own examples know nothing of, so that only cases can teach them.</summary>
internal static class DecidedPast
{
    private static readonly (string Type, string Words)[] Habits =
        [("cancel", "please void the zebra deal"), ("goodwill", "our quokka evening was spoilt"), ("damaged", "the walrus frame has a dent"), ("other", "do you sponsor ibex clubs")];

    /// <summary>Another of the types that it uses.</summary>
    public static string NextType(string type) => Habits[(Array.FindIndex(Habits, habit => habit.Type == type) + 1) % Habits.Length].Type;

    public static Task MakeAsync(OpsDatabase database, int count, DateTimeOffset now) => database.WriteAsync(
        db =>
        {
            for (var number = 1; number <= count; number++)
            {
                var (type, words) = Habits[number % Habits.Length];
                // Ids that come from the number alone: the same cases are held out in every run.
                var id = new Guid(number, 7, 7, [1, 2, 3, 4, 5, 6, 7, 8]);
                db.Add(new Case
                {
                    Id = id, Number = 100_000 + number, Subject = "A message", CaseTypeId = type, TypeConfidence = number % 5 == 0 ? null : 0.7, Stage = CaseStage.Closed,
                    Channel = "email", Source = "test", ExternalId = $"m-{number}", UrgentAt = now, OpenedAt = now, UpdatedAt = now, ResolvedAt = now, Resolution = "Done",
                });
                db.Add(new CaseMessage { Id = new Guid(number, 8, 8, [1, 2, 3, 4, 5, 6, 7, 8]), CaseId = id, Kind = MessageKind.Inbound, Channel = "email", Author = "Ida", Body = $"Hello, {words}, thanks {number}", At = now });
            }

            return Task.CompletedTask;
        },
        CancellationToken.None);
}
