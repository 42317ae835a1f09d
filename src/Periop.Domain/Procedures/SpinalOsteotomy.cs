using Periop.Domain.Cases;
using Periop.Domain.Procedures.Coding;

namespace Periop.Domain.Procedures;

/// <summary>The posterior spinal osteotomy: one vertebral segment, and each additional one.</summary>
public static class SpinalOsteotomy
{
    public const string Name = "spinal-osteotomy";

    public static ProcedureFamily Family { get; } = new(
        Name,
        entries => entries.First<OsteotomyPerformed>() is not null || Plan.Of(entries).Procedure?.Family.Value == Name,
        OsteotomyFlags.Rules,
        [
            new("level-localisation", entries => entries.First<OsteotomyPerformed>() is not null && Expectation.WasOperated(entries),
                entries => entries.All<ImagingTaken>(i => i.Purpose is ImagingPurpose.LevelLocalisation).Any()),
        ],
        new FamilyCodes(CodeRuleSet.Current.Id, OsteotomyCodes.Suggest));
}
