using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.FileProviders;

namespace Periop.Server.Cases.Table;

/// <summary>The form that a case is recorded with at the table: what a device keeps of it to start without a network.</summary>
/// <param name="Styles">Its style sheets, by their plain names: a device keeps them under these, so they have no fingerprint.</param>
/// <param name="Scripts">Its modules, in the same order everywhere.</param>
/// <param name="Release">Which form it is: another one as soon as anything of it is another.</param>
sealed record CaseForm(IReadOnlyList<string> Styles, IReadOnlyList<string> Scripts, string Release)
{
    public const string Begin = "/js/case/case.js";

    /// <summary>No module, and not among them: it runs before them, and also when they do not.</summary>
    public const string Beginning = "/js/beginning.js";

    /// <summary>One more with each change of what <c>CasePage.razor</c> renders: a test knows which it was the last time.</summary>
    public const int Markup = 2;

    const int Length = 12;

    static readonly string[] Sheets = ["/css/tokens.css", "/css/base.css", "/css/case.css"];

    public static CaseForm Of(IFileProvider webRoot)
    {
        string[] scripts =
        [
            .. webRoot.GetDirectoryContents("/js/case").Where(file => !file.IsDirectory && file.Name.EndsWith(".js", StringComparison.Ordinal))
                .Select(file => $"/js/case/{file.Name}").Order(StringComparer.Ordinal),
        ];
        return new CaseForm(Sheets, scripts, ReleaseOf(webRoot, [.. Sheets, Beginning, .. scripts, "/sw.js"]));
    }

    /// <summary>Of the names and the bytes of those that are there.</summary>
    static string ReleaseOf(IFileProvider webRoot, IEnumerable<string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{Markup}\n"));
        foreach (var (name, file) in files.Select(name => (name, File: webRoot.GetFileInfo(name))).Where(one => one.File.Exists))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{name} {file.Length}\n"));
            using var content = file.CreateReadStream();
            var bytes = new byte[file.Length];
            content.ReadExactly(bytes);
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..Length];
    }
}
