using OpsConsole.Cases;
using OpsConsole.Core.Cases;
using OpsConsole.Core.Cases.Searching;

namespace OpsConsole.Tests.Cases;

public sealed class QueueRowsTests
{
    [Fact]
    public void Refresh_RowsThatMovedAndCame_KeepTheirPlacesAndCountAsWaiting()
    {
        var rows = new QueueRows();
        rows.Replace(new CasePage([Row(1, "a"), Row(2, "b")], null));
        rows.Refresh(new CasePage([Row(3, "new"), Row(2, "b changed"), Row(1, "a")], null));
        Assert.Equal(["a", "b changed"], rows.Shown.Select(row => row.Subject));
        Assert.Equal(1, rows.Waiting);
    }

    [Fact]
    public void Refresh_WhatComesBehindTheShownPage_DoesNotWait()
    {
        var rows = new QueueRows();
        rows.Replace(new CasePage([Row(1, "a")], new CaseCursor(1, 1)));
        rows.Refresh(new CasePage([Row(1, "a"), Row(2, "later")], null));
        Assert.Equal(0, rows.Waiting);
    }

    [Fact]
    public void Refresh_AnEmptyList_ShowsWhatCame()
    {
        var rows = new QueueRows();
        rows.Replace(new CasePage([], null));
        rows.Refresh(new CasePage([Row(1, "first")], null));
        Assert.Single(rows.Shown);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/?owner=anyone&best=ready-to-run")]
    [InlineData("/?q=lamp%20shade&scope=open&owner=me")]
    [InlineData("/?queue=Refunds%2C%20first%20line&owner=nobody&stage=decide&type=refund&clock=at-risk&offer=to-me&customer=sandbox%2Fcustomers%2FC-1&from=500&sort=newest")]
    public void Url_OfWhatWasRead_IsTheSameAddress(string url)
    {
        var query = System.Web.HttpUtility.ParseQueryString(url.TrimStart('/'));
        Assert.Equal(query.AllKeys.Order(), System.Web.HttpUtility.ParseQueryString(CaseList.Read(name => query[name]).Url.TrimStart('/')).AllKeys.Order());
        Assert.Equal(CaseList.Read(name => query[name]), Again(CaseList.Read(name => query[name])));
    }

    [Fact]
    public void Read_MembersThatMeanNothing_CountAsAbsent()
    {
        var list = CaseList.Read(name => name is "owner" or "best" or "clock" or "sort" or "from" ? "99" : null);
        Assert.Equal(CaseList.Mine, list with { Filter = list.Filter with { ValueFrom = null } });
    }

    private static CaseList Again(CaseList list)
    {
        var query = System.Web.HttpUtility.ParseQueryString(list.Url.TrimStart('/'));
        return CaseList.Read(name => query[name]);
    }

    private static CaseRow Row(long number, string subject) => new()
    {
        Id = new Guid((int)number, 0, 0, new byte[8]), Number = number, Subject = subject, Stage = CaseStage.Decide, Best = BestAction.None,
        Readiness = CaseReadiness.Ready, ValueAtRisk = 0, OpenedAt = default, UrgentAt = default, Version = 0,
    };
}
