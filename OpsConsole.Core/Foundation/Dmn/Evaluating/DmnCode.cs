using OpsConsole.Core.Foundation.Feel.Values;

namespace OpsConsole.Core.Foundation.Dmn.Evaluating;

/// <summary>Decision logic made ready to run.</summary>
internal delegate FeelValue DmnCode(DmnFrame frame, FeelScope scope);
