using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using OpsConsole.Core.Connectors;
using OpsConsole.Core.Connectors.OpenApi;
using OpsConsole.Core.Foundation.Json;
using OpsConsole.Core.Foundation.Storage;

namespace OpsConsole.Tests.Connectors.OpenApi;

public sealed class OpenApiConnectorTests
{
    private const string Change = """{"id": "a/b ü", "reason": "late", "body_id": 7}""";

    [Fact]
    public async Task Invoke_AWrite_PutsEachArgumentInItsPlaceWithKeyAndSecret()
    {
        await using var system = await TestSystem.StartAsync(async context =>
        {
            context.Response.Headers["X-Effect-Sequence"] = "12";
            context.Response.Headers["Idempotent-Replayed"] = "true";
            await context.Response.WriteAsJsonAsync(new { status = "changed" });
        });
        var connector = await system.ConnectAsync(ShopDocument.Yaml);
        var done = Assert.IsType<ConnectorResult.Done>(await TestSystem.InvokeAsync(connector, "changeOrder", Change, "key-1"));
        Assert.Equal(("12", true, "changed"), (done.Receipt, done.Replayed, (string?)done.Body!["status"]));
        var (line, body, headers) = Assert.Single(system.Requests);
        Assert.Equal("PUT /orders/a%2Fb%20%C3%BC", line);
        Assert.Equal("""{"id":7,"reason":"late"}""", CanonicalJson.Write(JsonNode.Parse(body)));
        Assert.Equal(("key-1", TestSystem.Secret), (headers["Idempotency-Key"], headers["X-Api-Key"]));
    }

    [Fact]
    public async Task Invoke_AKeyThatTheSystemHasNoHeaderFor_IsRefusedBeforeItIsSent()
    {
        await using var system = await TestSystem.StartAsync(context => context.Response.WriteAsync("{}"));
        var connector = await system.ConnectAsync(ShopDocument.Yaml, settings => settings with { IdempotencyHeader = null });
        var refused = Assert.IsType<ConnectorResult.Refused>(await TestSystem.InvokeAsync(connector, "changeOrder", Change, "key-1"));
        Assert.Equal("no_repeat_key", refused.Code);
        Assert.Empty(system.Requests);
    }

    [Fact]
    public async Task Invoke_ReadsAndForms_AreWrittenAsTheDocumentSays()
    {
        await using var system = await TestSystem.StartAsync(context => context.Response.WriteAsync("{}"));
        var connector = await system.ConnectAsync(ShopDocument.Yaml);
        await TestSystem.InvokeAsync(connector, "getOrder", """{"id": "..", "fields": ["a", "b c"], "X-Trace": "t\r\nX-Evil: 1"}""");
        await TestSystem.InvokeAsync(connector, "search", """{"body": ["x"]}""");
        await TestSystem.InvokeAsync(connector, "refund", """{"amount": 5, "meta": {"case": "1"}, "tags": ["a", "b"]}""");
        Assert.Equal("""["x"]""", system.Requests[1].Body);
        Assert.Equal("amount=5&meta%5Bcase%5D=1&tags%5B%5D=a&tags%5B%5D=b", system.Requests[2].Body);
        Assert.EndsWith("?fields=a&fields=b%20c", system.Requests[0].Line, StringComparison.Ordinal);
        Assert.Equal("tX-Evil: 1", system.Requests[0].Headers["X-Trace"]);
    }

    [Theory]
    [InlineData(400, "http_400")]
    [InlineData(404, "order_not_found")]
    [InlineData(409, "order_not_pending")]
    [InlineData(422, "key_reused")]
    [InlineData(302, "http_302")]
    public async Task Invoke_ARefusal_IsRefusedWithTheCodeAndSentenceOfTheSystem(int status, string code)
    {
        await using var system = await TestSystem.StartAsync(async context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = "http://169.254.169.254/";
            await context.Response.WriteAsJsonAsync<object>(code.StartsWith("http_", StringComparison.Ordinal) ? new { detail = "No." } : new { code, detail = "No." }, options: null, "application/problem+json");
        });
        var refused = Assert.IsType<ConnectorResult.Refused>(await TestSystem.InvokeAsync(await system.ConnectAsync(ShopDocument.Yaml), "changeOrder", Change));
        Assert.Equal(code, refused.Code);
        Assert.Single(system.Requests);
    }

    [Theory]
    [InlineData(401, null, null)]
    [InlineData(403, null, null)]
    [InlineData(429, "7", 7)]
    [InlineData(503, "3", 3)]
    public async Task Invoke_WhatCertainlyDidNotHappen_IsUnavailable(int status, string? retryAfter, int? seconds)
    {
        await using var system = await TestSystem.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.RetryAfter = retryAfter;
            return Task.CompletedTask;
        });
        var unavailable = Assert.IsType<ConnectorResult.Unavailable>(await TestSystem.InvokeAsync(await system.ConnectAsync(ShopDocument.Yaml), "changeOrder", Change));
        Assert.Equal(seconds, (int?)unavailable.RetryAfter?.TotalSeconds);
    }

    [Theory]
    [InlineData("500")]
    [InlineData("503")]
    [InlineData("drop")]
    [InlineData("hang")]
    public async Task Invoke_AfterTheRequestWasSent_IsUnknownForAWriteAndUnavailableForARead(string how)
    {
        await using var system = await TestSystem.StartAsync(async context =>
        {
            switch (how)
            {
                case "drop": context.Abort(); break;
                case "hang": await Task.Delay(TimeSpan.FromSeconds(5), context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default); break;
                default: context.Response.StatusCode = int.Parse(how, System.Globalization.CultureInfo.InvariantCulture); break;
            }
        });
        var connector = await system.ConnectAsync(ShopDocument.Yaml, settings => settings with { TimeoutSeconds = how == "hang" ? 1 : settings.TimeoutSeconds });
        Assert.IsType<ConnectorResult.Unknown>(await TestSystem.InvokeAsync(connector, "changeOrder", Change));
        Assert.IsType<ConnectorResult.Unknown>(await TestSystem.InvokeAsync(connector, "delete_orders_by_id", """{"id": "a"}"""));
        Assert.Equal(2, system.Requests.Count);
        Assert.IsType<ConnectorResult.Unavailable>(await TestSystem.InvokeAsync(connector, "getOrder", """{"id": "a"}"""));
    }

    [Fact]
    public async Task Invoke_WhenNobodyListens_IsUnavailable()
    {
        await using var system = await TestSystem.StartAsync(context => context.Response.WriteAsync("{}"));
        var connector = await system.ConnectAsync(ShopDocument.Yaml);
        await system.StopAsync();
        Assert.IsType<ConnectorResult.Unavailable>(await TestSystem.InvokeAsync(connector, "changeOrder", Change));
    }

    [Fact]
    public async Task ReadRecord_TakesTheETagAsVersionElseTheHashOfTheBody()
    {
        await using var system = await TestSystem.StartAsync(async context =>
        {
            if (context.Request.Path.Value!.Contains('#', StringComparison.Ordinal))
            {
                context.Response.Headers.ETag = "\"v7\"";
            }

            context.Response.StatusCode = context.Request.Path.Value.EndsWith("gone", StringComparison.Ordinal) ? 404 : 200;
            await context.Response.WriteAsync("""{"a": 1}""");
        });
        var connector = await system.ConnectAsync(ShopDocument.Yaml);
        Assert.Equal("v7", (await ReadAsync("#W1") as RecordResult.Found)?.Record.Version);
        Assert.Equal(CanonicalJson.Digest(new JsonObject { ["a"] = 1 }), (await ReadAsync("W2") as RecordResult.Found)?.Record.Version);
        Assert.IsType<RecordResult.NotFound>(await ReadAsync("gone"));
        Assert.Equal("GET /records/orders/%23W1", system.Requests[0].Line);

        Task<RecordResult> ReadAsync(string id) => connector.ReadRecordAsync(new RecordRef("shop", "orders", id), CancellationToken.None);
    }

    [Fact]
    public async Task SetSecret_ItIsNowhereInStorageInPlain()
    {
        await using var system = await TestSystem.StartAsync(context => context.Response.WriteAsync("{}"));
        await TestSystem.InvokeAsync(await system.ConnectAsync(ShopDocument.Yaml), "changeOrder", Change);
        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.EnumerateFiles(system.Host.Get<StorageOptions>().Folder, "*", SearchOption.AllDirectories))
        {
            Assert.DoesNotContain(TestSystem.Secret, await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(AuthKind.Bearer, "Authorization", "Bearer " + TestSystem.Secret)]
    [InlineData(AuthKind.CookieKey, "Cookie", "k=" + TestSystem.Secret)]
    [InlineData(AuthKind.QueryKey, null, "?k=" + TestSystem.Secret)]
    public async Task Invoke_SignsInAsTheSettingsSay(AuthKind kind, string? header, string value)
    {
        await using var system = await TestSystem.StartAsync(context => context.Response.WriteAsync("{}"));
        var connector = await system.ConnectAsync(ShopDocument.Yaml, settings => settings with { Auth = new AuthScheme("x", kind, "k") });
        await TestSystem.InvokeAsync(connector, "getOrder", """{"id": "a"}""");
        Assert.EndsWith(value, header is null ? system.Requests[0].Line : system.Requests[0].Headers[header], StringComparison.Ordinal);
    }
}
