using Periop.Domain.Cases;

namespace Periop.Domain.Procedures;

/// <summary>The posterior spinal osteotomy: one vertebral segment, and each additional one.</summary>
public static class SpinalOsteotomy
{
    public const string Name = "spinal-osteotomy";

    public static ProcedureFamily Family { get; } = new(
        Name,
        IsPerformed,
        OsteotomyFlags.Rules,
        [
            new("level-localisation", entries => IsPerformed(entries) && Expectation.WasOperated(entries),
                entries => entries.All<ImagingTaken>(i => i.Purpose is ImagingPurpose.LevelLocalisation).Any()),
        ],
        new FamilyCoding(CodeRuleSet.Current.Id, OsteotomyCodes.Suggest));

    static bool IsPerformed(SurvivingEntries entries) => entries.First<OsteotomyPerformed>() is not null;
}
