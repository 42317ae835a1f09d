using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;
using Weasel.Postgresql.Tables;

namespace Periop.Server.Store;

/// <summary>The keys that seal cookies, for every node the same: whoever is signed in at one is signed in at all.</summary>
sealed class ProtectionKeys(NpgsqlDataSource database) : IXmlRepository
{
    public const string FullName = $"{EventTables.AccessSchema}.protection_keys";

    const string Read = $"select xml from {FullName} order by added, name";

    const string Add = $"insert into {FullName} (name, xml, added) values ($1, $2, clock_timestamp())";

    public static Table Build()
    {
        var table = new Table(FullName);
        table.AddColumn("name", "text").AsPrimaryKey();
        table.AddColumn("xml", "text").NotNull();
        table.AddColumn("added", "timestamptz").NotNull();
        return table;
    }

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var read = database.CreateCommand(Read);
        using var reader = read.ExecuteReader();
        var keys = new List<XElement>();
        while (reader.Read())
            keys.Add(XElement.Parse(reader.GetString(0)));
        return keys;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var add = database.CreateCommand(Add);
        add.Parameters.Add(new NpgsqlParameter { Value = friendlyName });
        add.Parameters.Add(new NpgsqlParameter { Value = element.ToString(SaveOptions.DisableFormatting) });
        add.ExecuteNonQuery();
    }
}
