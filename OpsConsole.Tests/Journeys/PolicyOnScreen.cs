using Microsoft.Playwright;

namespace OpsConsole.Tests.Journeys;

/// <summary>A draft of a policy on somebody's screen, in the steps that journeys are told in.</summary>
internal sealed class PolicyOnScreen(Window window)
{
    public IPage Page => window.Page;

    public ILocator Grid => Page.Locator("[role=grid]");

    public ILocator Rows => Page.Locator("tr[data-index]");

    public ILocator Findings => Page.Locator("#findings");

    public ILocator Dialog => Page.Locator("dialog[open]");

    /// <summary>Begins a policy of its own for one action type.</summary>
    public async Task BeginAsync(string title, string actionType)
    {
        await window.GoAsync(OpsUrls.Policies);
        await CaseOnScreen.Button(Page.Locator(".page__actions"), "New policy").ClickAsync();
        await Dialog.GetByLabel("Title").FillAsync(title);
        await Dialog.GetByLabel("Owner").FillAsync("Customer care");
        await Dialog.GetByLabel("Restates the document").FillAsync("Season handbook S-1");
        await Dialog.GetByLabel(actionType).CheckAsync();
        await CaseOnScreen.Button(Dialog, "Begin the draft").ClickAsync();
        await Assertions.Expect(Dialog).ToHaveCountAsync(0);
    }

    /// <summary>Adds a column, its expression typed and completed as a person does.</summary>
    public async Task AddInputAsync(string begun, string expression)
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = await Grid.CountAsync() == 0 ? "Add the first input" : "Input", Exact = true }).ClickAsync();
        await Dialog.GetByLabel("Looks at").PressSequentiallyAsync(begun);
        await Assertions.Expect(Dialog.GetByRole(AriaRole.Option).First).ToContainTextAsync(expression);
        await Page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(Dialog.Locator("[role=option][aria-selected=true]")).ToHaveCountAsync(1);
        await Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Dialog.GetByLabel("Looks at")).ToHaveValueAsync(expression);
        await CaseOnScreen.Button(Dialog, "Add the input").ClickAsync();
        await Assertions.Expect(Dialog).ToHaveCountAsync(0);
    }

    /// <summary>Makes a cell active by pressing keys; the grid keeps the focus.</summary>
    public async Task GoToAsync(int row, int column)
    {
        await Grid.FocusAsync();
        await Page.Keyboard.PressAsync("Control+Home");
        await Page.Keyboard.PressAsync("Home");
        for (var step = 0; step < row; step++)
        {
            await Page.Keyboard.PressAsync("ArrowDown");
        }

        for (var step = 0; step < column; step++)
        {
            await Page.Keyboard.PressAsync("ArrowRight");
        }

        await Assertions.Expect(Grid).ToHaveAttributeAsync("aria-activedescendant", new System.Text.RegularExpressions.Regex($"-{(await Rows.CountAsync() == 0 ? -1 : row)}-{column}$"));
    }

    /// <summary>Pastes into the focused grid what a spreadsheet would have put on the clipboard.</summary>
    public async Task PasteAsync(string cells)
    {
        await Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await Page.EvaluateAsync("text => navigator.clipboard.writeText(text)", cells);
        await Grid.FocusAsync();
        await Page.Keyboard.PressAsync("Control+v");
    }

    /// <summary>Types over the active cell.</summary>
    public async Task TypeAsync(string text)
    {
        await Page.Keyboard.TypeAsync(text);
        await Assertions.Expect(Page.Locator("[data-editor]")).ToHaveValueAsync(text);
        await Page.Keyboard.PressAsync("Enter");
    }

    public Task IsSavedAsync() => Assertions.Expect(Page.Locator(".page__actions [role=status]")).ToContainTextAsync("Saved");
}
