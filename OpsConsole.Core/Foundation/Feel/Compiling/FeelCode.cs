using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Core.Foundation.Feel.Compiling;

/// <summary>An expression made ready to run.</summary>
internal delegate FeelValue FeelCode(FeelScope scope);
