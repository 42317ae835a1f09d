using CsCheck;
using Periop.Domain.Text;

namespace Periop.Domain.Tests.Text;

public class LabelTests
{
    /// <summary>What labels are made of, and some that are not.</summary>
    static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Char["aZ9 #(.’\u0301\u0323\u00A0\u3000\u1100\u1161\u11A8\u0915\u093C\u212B\u200B;\u0000"],
        Gen.Char['\u0000', '\uFFFF']).Array[0, 20].Select(c => new string(c));

    [Theory]
    [InlineData("OR 1")]
    [InlineData("2026/0117")]
    [InlineData("#BCDFGH")]
    [InlineData("(1) Müller-Lüdenscheidt, Ü. & Söhne: 50+/a_b'c@d*")]
    [InlineData("手術室 3")]
    [InlineData("غرفة ٣")]
    [InlineData("शल्य कक्ष १")]
    [InlineData("O’Neill")]
    public void What_a_hospital_writes_is_a_label_as_it_stands(string text) => Assert.Equal(text, Label.Read(text)?.Value);

    [Theory]
    [InlineData("OR  1", "OR 1")]
    [InlineData("OR \u00A0\u3000 1", "OR 1")]
    [InlineData("OR 1 ", "OR 1")]
    [InlineData("Mu\u0308ller", "M\u00FCller")]
    public void Two_that_look_alike_are_one(string text, string label) => Assert.Equal(label, Label.Read(text)?.Value);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(" OR 1")]
    [InlineData("-1")]
    [InlineData(".")]
    [InlineData("\u0301a")]
    [InlineData("<script>")]
    [InlineData("OR\t1")]
    [InlineData("OR\u200B1")]
    [InlineData("OR\u202E1")]
    [InlineData("OR\u115F1")]
    [InlineData("OR\uFE0F1")]
    [InlineData("OR\uD800")]
    [InlineData("OR\u0000")]
    [InlineData("OR 1;")]
    [InlineData("OR ½")]
    public void Nothing_else_is_one(string text) => Assert.Null(Label.Read(text));

    [Fact]
    public void It_has_at_most_64_characters_however_they_are_written()
    {
        Assert.NotNull(Label.Read(new string('a', 64)));
        Assert.NotNull(Label.Read(string.Concat(Enumerable.Repeat("e\u0302\u0323", 64))));
        Assert.NotNull(Label.Read(string.Concat(Enumerable.Repeat("\U00020000", 64))));
        Assert.Null(Label.Read(new string('a', 65)));
    }

    [Fact]
    public void A_long_row_of_marks_is_no_label_and_costs_nothing() => Assert.Null(Label.Read("a" + new string('\u0301', 1_000_000)));

    [Fact]
    public void Read_twice_is_read_once() =>
        Texts.Sample(text => Label.Read(text) is not { } once || Label.Read(once.Value) == once, iter: 20_000);

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    public void A_reference_can_stand_in_a_path(string text) => Assert.Null(Reference.Read(text));

    [Theory]
    [InlineData("...")]
    [InlineData(".a")]
    public void Any_other_row_of_dots_is_a_reference(string text) => Assert.Equal(text, Reference.Read(text)?.Value);
}
