using System.Security.Cryptography;
using System.Text;
using Periop.Domain.Text;

namespace Periop.Domain.Tests.Text;

public class NormalFormTests
{
    static readonly Func<string, string>[] Contexts = [c => c, c => $"e{c}\u0323\u0301", c => c + "\u0300\u3099\u0345"];

    /// <summary>Against Python's unicodedata, of the same version of Unicode: every character, alone and among marks that move.</summary>
    [Theory]
    [InlineData(0, "9cc65524a9d8082bf10840c616cd199bd2ac12ee49a3381bd6fb7957711f342b")]
    [InlineData(1, "80e080872e6732aef126a0dff51f64bc7a85c39aa116fa7ea468fa5c40eb200e")]
    [InlineData(2, "33ee4eaf58852b78af539da0188e45e640abf0b01f368cef7c3892ebb30e241b")]
    public void Every_character_is_composed_as_elsewhere(int context, string hash)
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var character = 0; character <= 0x10FFFF; character++)
            if (Rune.IsValid(character))
                all.AppendData(Encoding.UTF8.GetBytes(NormalForm.C(Contexts[context](char.ConvertFromUtf32(character))) + "\n"));
        Assert.Equal(hash, Convert.ToHexStringLower(all.GetHashAndReset()));
    }

    [Theory]
    [InlineData("e\u0323\u0302", "\u1EC7")]
    [InlineData("e\u0302\u0323", "\u1EC7")]
    [InlineData("\u1112\u1161\u11AB", "\uD55C")]
    [InlineData("\u212B", "\u00C5")]
    [InlineData("\u0958", "\u0915\u093C")]
    public void One_text_has_one_form(string text, string form) => Assert.Equal(form, NormalForm.C(text));
}
