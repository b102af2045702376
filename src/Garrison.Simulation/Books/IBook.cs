using Garrison.Engine;

namespace Garrison.Simulation.Books;

/// <summary>What every book has: a world to start from, and where its numbers come from.</summary>
public interface IBook
{
    /// <summary>Its folder under <c>books/</c>.</summary>
    string Name { get; }

    /// <summary>What it is, in a line.</summary>
    string Title { get; }

    /// <summary>Where its data come from.</summary>
    IReadOnlyList<string> Sources { get; }

    /// <summary>What was assumed where the data say nothing.</summary>
    IReadOnlyList<string> Assumptions { get; }

    /// <summary>What was executed to build its world: the book as a journal.</summary>
    IReadOnlyList<Command> Commands { get; }

    /// <summary>The world, as the commands leave it. Fork it; don't change it.</summary>
    World World { get; }
}
