namespace Periop.Server.Access.SignIn;

/// <summary>Who stands at an open wound: gloves on, perhaps for hours away from the screen.</summary>
interface IOpenWounds
{
    /// <summary>Whether this person has recorded into a case of the hospital that is between incision and wound closure.</summary>
    Task<bool> IsOneOfAsync(Caller person, CancellationToken cancellation);
}
