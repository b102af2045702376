namespace Garrison.Engine;

/// <summary>The whole state.</summary>
public sealed class World;
