using OpsConsole;

var app = OpsWebApplication.Create(args);
return await OpsWebApplication.RunAsync(app, args);
